/** The roll as a page and as a table. */
import { isIdOf } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import { plain } from '#kernel/text.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { exportRoll, readRoll } from '../api/roll.ts'
import { dayAt } from '../rules/days.ts'
import type { Asking } from '../rules/facts.ts'
import type { RollLine } from '../rules/roll.ts'
import { reasonIn } from '../rules/roll-words.ts'
import { csv } from '../rules/write-csv.ts'
import { rollBeside } from '../store/judging-work.ts'
import { isOwn, seesAll } from '../store/seeing.ts'
import { askedFor } from '../store/standings.ts'
import { circleNamed, tellingFor } from './seeing.ts'

const PAGE = 100

const isPerson = isIdOf('per')
const isCircle = isIdOf('cir')

type Shape = Pick<Call, 'db' | 'hall' | 'caller' | 'now'>

/** The roll with the names on it, and how each reason may be said to this caller. */
async function rollFor(call: Shape, circle: CircleId, asked: Asking) {
  const { db, hall, caller, now } = call
  const lines = await rollBeside(hall, circle, asked)
  const ids = lines.flatMap(({ member, delegates, speaksFor }) => [
    member,
    ...delegates,
    ...speaksFor,
  ])
  const { telling, names } = await tellingFor(call, ids)
  const open = await seesAll(db, caller.person, circle, now)
  const order = new Intl.Collator(caller.locale)
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    lines: lines.toSorted(
      (a, b) => order.compare(nameOf(a.member), nameOf(b.member)) || (a.member < b.member ? -1 : 1),
    ),
    nameOf,
    /** Everybody sees the reason of their own line. */
    reason: (line: RollLine, own: boolean) => reasonIn(line, telling, open || own),
  }
}

const read = serve(readRoll, async (call) => {
  const { db, params, query, now, caller } = call
  const { circle } = params
  const asked = await askedFor(db, now, { on: query.on ?? null, known: query.known ?? null })
  const { lines, nameOf, reason } = await rollFor(call, circle, asked)
  const words = plain(query.words ?? '')
  const found = lines.filter(
    ({ votes, member }) =>
      (query.votes === undefined || votes === query.votes) && plain(nameOf(member)).includes(words),
  )
  const from = query.after ? found.findIndex(({ member }) => member === query.after) + 1 : 0
  const page = found.slice(from, from + PAGE)
  const voices = lines.filter(({ votes }) => votes).length
  const shown = page.map(async (line) => {
    const { member, kind, class: inClass, votes } = line
    if (!isPerson(member) && !isCircle(member)) throw new Refused('not-found')
    const own = await isOwn(db, caller.person, { circle, member })
    return {
      member,
      kind,
      name: nameOf(member),
      class: inClass,
      votes,
      ...reason(line, own),
      delegates: line.delegates
        .filter(isPerson)
        .map((person) => ({ person, name: nameOf(person) })),
      speaksFor: line.speaksFor.filter(isCircle).map((id) => ({ circle: id, name: nameOf(id) })),
    }
  })
  const last = page.at(-1)?.member ?? ''
  return {
    circle: await circleNamed(call, circle),
    day: dayAt(asked.on),
    voices,
    silent: lines.length - voices,
    found: found.length,
    lines: await Promise.all(shown),
    next: from + PAGE < found.length && (isPerson(last) || isCircle(last)) ? last : null,
  }
})

const save = serve(exportRoll, async (call) => {
  const { db, params, query, now, caller } = call
  const asked = await askedFor(db, now, { on: query.on ?? null, known: query.known ?? null })
  const { lines, nameOf, reason } = await rollFor(call, params.circle, asked)
  const rows = lines.map((line) => [
    nameOf(line.member),
    line.member,
    line.kind,
    line.class ?? '',
    line.votes ? 'yes' : 'no',
    reason(line, line.member === caller.person).reason,
    line.delegates.map(nameOf).join('; '),
  ])
  const head = ['name', 'id', 'kind', 'class', 'votes', 'reason', 'delegates']
  return new Response(csv([head, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="roll-${dayAt(asked.on)}.csv"`,
      'cache-control': 'no-store',
    },
  })
})

export const rollServings: readonly Serving[] = [read, save]
