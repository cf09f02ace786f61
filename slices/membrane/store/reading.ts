/** The membrane as it is read: classes, what they give and get, how one comes in and leaves. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { z } from 'zod'
import { type Circle, countMembers } from '#slices/circles/index.ts'
import {
  allSections,
  citeIn,
  comingIn,
  type Named,
  type Say,
  todayIn,
} from '#slices/constitutions/index.ts'
import { closed, rightsIn } from '../rules/classes-prose.ts'
import type { MemberClass } from '../rules/classes.ts'
import { wayIn, waysOut } from '../rules/ways-prose.ts'
import { type Rules, rulesOf, wayTo } from './rules.ts'

export type Cited = { text: string; cite: string | null }

const MAY = /*i18n*/ { id: 'membrane.page.may', message: 'They may {rights}.' }
const TOOLS = /*i18n*/ { id: 'membrane.page.tools', message: 'Tools: {tools}.' }

type Cite = (section: string, key: string) => string | null

/** Without the name of the class before it: under its heading that is said already. */
function bare(text: string, name: string): string {
  const rest = text.startsWith(`${name}: `) ? text.slice(name.length + 2) : text
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** The duties of a class, as far as another section of the rules says which are whose. */
const Owing = z.object({
  duties: z.array(z.object({ key: z.string(), classes: z.array(z.string()) })),
})

type Owed = { rules: Rules; named: readonly Named[]; say: Say; cite: Cite }

function givesOf({ key, name }: MemberClass, { rules, named, say, cite }: Owed): Cited[] {
  const section = allSections().find((known) => known.name === 'duties')
  const part = rules.constitution?.parts['duties']
  const owing = Owing.safeParse(part)
  const read = section?.schema.safeParse(part)
  if (!section || !owing.success || !read?.success) return []
  const keys = owing.data.duties.filter(({ classes }) => classes.includes(key))
  return section
    .prose(read.data, say, rules.constitution?.parts ?? {}, named)
    .filter((sentence) => keys.some((duty) => duty.key === sentence.key))
    .map(({ key: rule, text }) => ({ text: bare(text, name), cite: cite('duties', rule) }))
}

function getsOf(one: MemberClass, say: Say, cite: Cite): Cited[] {
  const rights = rightsIn(one, say)
  return [
    ...(rights ? [{ text: say(MAY, { rights }), cite: cite('classes', `${one.key}.rights`) }] : []),
    ...(one.tools
      ? [
          {
            text: closed(say(TOOLS, { tools: one.tools })),
            cite: cite('classes', `${one.key}.tools`),
          },
        ]
      : []),
  ]
}

/** All of it for one circle, in the words of a reader. */
export async function membraneOf(db: Reader, circle: Circle, say: Say, now: Instant) {
  const rules = await rulesOf(db, circle.id, now)
  const { constitution, classes, ways } = rules
  const cite: Cite = constitution ? await citeIn(db, constitution) : () => null
  const named = constitution
    ? allSections().flatMap((section) => {
        const read = section.schema.safeParse(constitution.parts[section.name] ?? section.empty)
        return read.success ? (section.names?.(read.data) ?? []) : []
      })
    : []
  const coming = constitution ? await comingIn(db, constitution.circle, await todayIn(db, now)) : []
  const counts = await countMembers(db, circle.id)
  const shown = classes.map((one) => {
    const way = wayTo(rules, one.key)
    const here = counts.find((count) => count.class === one.key)
    const [persons, circles] = [here?.persons ?? 0, here?.circles ?? 0]
    return {
      key: one.key,
      name: one.name,
      line: one.line,
      holds: one.holds,
      persons,
      circles,
      places: one.most === null ? null : Math.max(0, one.most - persons - circles),
      gives: givesOf(one, { rules, named, say, cite }),
      gets: getsOf(one, say, cite),
      comesIn: (way ? wayIn(way, say, named) : [])
        .filter(({ key }) => !key.includes('.question.'))
        .map(({ key, text }) => ({ text: bare(text, one.name), cite: cite('waysIn', key) })),
      open: way?.open ?? false,
      first: way?.first !== null && way?.first !== undefined,
      applies: way?.application !== null && way?.application !== undefined,
      invites: way?.invitation?.by ?? null,
      trialMonths: way?.trialMonths ?? null,
      questions: way?.application?.questions ?? [],
    }
  })
  const count = counts.reduce((sum, one) => sum + one.persons + one.circles, 0)
  const inClasses = shown.reduce((sum, one) => sum + one.persons + one.circles, 0)
  return {
    id: circle.id,
    name: circle.name,
    purpose: circle.purpose,
    version: constitution?.number ?? null,
    coming: coming.map(({ number, day }) => ({ number, day })),
    count,
    classes: shown,
    others: count - inClasses,
    exclusion: ways.exclusion !== null,
    leaving: waysOut(ways, say, named).map(({ key, text }) => ({
      text,
      cite: cite('waysIn', key),
    })),
    rules,
  }
}
