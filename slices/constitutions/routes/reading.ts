/** Reading constitutions. */
import type { Reader } from '#kernel/database.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { isSteward } from '#slices/circles/index.ts'
import { exportVersion, readConstitution, readForm, readSchema } from '../api.ts'
import { proseOf } from '../rules/document.ts'
import { jsonOf, yamlOf } from '../rules/file.ts'
import { documentSchema, formOf } from '../rules/form.ts'
import { MODELS } from '../rules/presets.ts'
import { type Parts, PRESETS } from '../rules/section.ts'
import { comingIn } from '../store/beginning.ts'
import { allSections } from '../store/sections.ts'
import { adoptersFor } from '../store/situation.ts'
import { isVotedOn, membersDecide } from '../store/votes.ts'
import { adoptedVersions, constitutionAt, numbersOf, todayIn } from '../store/versions.ts'
import { circleNamed, openFor, shown, versionFor } from './showing.ts'

type Reading = Call<typeof readConstitution>

async function rulesAsked({ db, caller, params, query, now }: Reading) {
  const today = await todayIn(db, now)
  if (query.version) return versionFor(db, caller, { ...params, version: query.version })
  return constitutionAt(db, params.circle, query.day ?? today)
}

async function said(
  db: Reader,
  rules: { circle: Reading['params']['circle']; parts: Parts },
  call: Reading,
) {
  const numbers = await numbersOf(db, rules.circle)
  return proseOf(allSections(), rules.parts, wordsIn(call.caller.locale).say, numbers)
}

/** The address at which the schema is published. */
export const schemaAddress = (origin: string) => `${origin}/api/constitution.schema.json`

export const readingServings = [
  serve(readConstitution, async (call) => {
    const { db, caller, params, now } = call
    const circle = await circleNamed(db, params.circle)
    const [rules, today, open] = await Promise.all([
      rulesAsked(call),
      todayIn(db, now),
      openFor(db, caller, circle.id),
    ])
    const asked = { circle: circle.id, about: 'rules', ref: open?.id ?? '' }
    const voted = open !== null && (await isVotedOn(db, asked))
    const of = rules && (rules.circle === circle.id ? circle : await circleNamed(db, rules.circle))
    const [adopted, steward, stewards, inForce, next] = await Promise.all([
      adoptedVersions(db, rules?.circle ?? circle.id),
      isSteward(db, caller.person, circle.id),
      adoptersFor(db, circle.id),
      constitutionAt(db, circle.id, today),
      comingIn(db, rules?.circle ?? circle.id, today),
    ])
    const versions = await shown(db, adopted)
    const [openShown = null] = open ? await shown(db, [open]) : []
    const all = openShown ? [openShown, ...versions] : versions
    return {
      circle,
      of,
      today,
      shown: all.find(({ id }) => id === rules?.id) ?? null,
      inForce: inForce?.id ?? null,
      sections: rules ? await said(db, rules, call) : [],
      versions,
      coming: next.flatMap(({ id }) => versions.find((version) => version.id === id) ?? []),
      open: openShown,
      may: {
        change: steward,
        confirm:
          steward && !voted && open?.state === 'proposed' && open.proposed_by !== caller.person,
        takeBack: steward && !voted && open?.state === 'proposed',
        adopt: steward && !voted && !(await membersDecide(db, circle.id, now)),
        stewards: stewards.length,
      },
    }
  }),
  serve(readForm, async ({ caller }) => {
    const { say } = wordsIn(caller.locale)
    return {
      sections: allSections().map(({ name, order, title, schema, empty }) => ({
        name,
        number: order / 10,
        title: say(title),
        schema: formOf(schema, say),
        empty,
      })),
      presets: PRESETS.map((key) => {
        const { name, what, suits, weakness } = MODELS[key]
        return { key, name: say(name), what: say(what), suits: say(suits), weakness: say(weakness) }
      }),
    }
  }),
  serve(readSchema, async ({ hall, caller }) =>
    documentSchema(allSections(), schemaAddress(hall.config.origin), wordsIn(caller.locale).say),
  ),
  serve(exportVersion, async ({ hall, db, caller, params, query }) => {
    const version = await versionFor(db, caller, params)
    const { name } = await circleNamed(db, params.circle)
    const parts = inOrder(version.parts)
    const schema = schemaAddress(hall.config.origin)
    const title = version.number === null ? version.state : `version ${version.number}`
    const head = [
      `Constitution of ${name}, ${title}`,
      ...(version.day ? [`Holds from ${version.day}`] : []),
    ]
    const text = query.as === 'json' ? jsonOf(parts, schema) : yamlOf(parts, head, schema)
    const file = `constitution-${version.number ?? version.state}.${query.as}`
    return new Response(text, {
      headers: {
        'content-type': `application/${query.as}; charset=utf-8`,
        'content-disposition': `attachment; filename="${file}"`,
        'cache-control': 'no-store',
      },
    })
  }),
]

/** The parts in the order of the sections, as people read them. */
function inOrder(parts: Parts): Parts {
  const names = allSections().map(({ name }) => name)
  const known = names.flatMap((name) => (name in parts ? [[name, parts[name]] as const] : []))
  return { ...Object.fromEntries(known), ...parts }
}
