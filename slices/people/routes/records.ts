/** Two records of one person, made one and parted again. */
import { isRefusal } from '#kernel/change.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import * as api from '../api/records.ts'
import { CODE_MINUTES } from '../rules/codes.ts'
import { joinRecords, lookAlike, partRecords, UNDO_DAYS } from '../rules/records.ts'
import { allPersons, namesOf, personAt } from '../store/persons.ts'
import { foretell } from '../store/ports.ts'
import * as records from '../store/records.ts'
import { ask, tryWith } from './codes.ts'
import { browserIn } from './entrance.ts'
import { hallName, mergedLetter } from './letters.ts'
import { meIn } from './oneself.ts'

const MOST_PAIRS = 100

const pairIn = ({
  params,
}: {
  params: { person: records.Pair['kept']; other: records.Pair['other'] }
}) => ({
  kept: params.person,
  other: params.other,
})

const tellingIn = ({ caller, now }: Call) => ({ words: wordsIn(caller.locale), now })

/** What stands in the way of a merge by the law; throws. */
function mayJoin(
  { kept, other }: records.Pair,
  found: Awaited<ReturnType<typeof records.holdRecords>>,
) {
  const change = joinRecords(found.get(kept) ?? null, found.get(other) ?? null)
  if (isRefusal(change)) throw new Refused(change.refused, change.details)
}

async function shownMerges(call: Call, merges: records.MergeTold[]) {
  const { db, now } = call
  const names = await namesOf(
    db,
    merges.flatMap(({ kept, by, partedBy }) => [kept, by ?? '', partedBy ?? '']),
  )
  const others = await records.ownAddresses(
    db,
    merges.map(({ other }) => other),
  )
  const name = (id: string | null) => (id === null ? null : (names.get(id)?.name ?? null))
  return merges.map(({ id, kept, other, by, at, until, parted, partedBy }) => {
    const { name: called = null, email = null } = others.get(other) ?? {}
    return {
      id,
      kept: { id: kept, name: name(kept) ?? '' },
      other: { id: other, name: called ?? '', email },
      by: name(by),
      at,
      until,
      parted,
      partedBy: name(partedBy),
      open: parted === null && now < until && called !== null,
    }
  })
}

/** Both addresses are told, so that a mistake is seen in time. */
async function tell(call: Call, pair: records.Pair, until: string): Promise<void> {
  const { hall, caller } = call
  await hall.transact(async (tx) => {
    const known = await records.ownAddresses(tx, [pair.kept, pair.other])
    const letter = { hall: await hallName(tx), origin: hall.config.origin, locale: caller.locale }
    for (const { name, email } of known.values())
      if (name && email)
        await hall.mail.send(tx, mergedLetter({ ...letter, to: { name, address: email } }, until))
  })
}

const stewardServings = [
  serve(api.alikeRecords, async ({ db }) => {
    const people = await allPersons(db)
    const of = new Map(people.map(({ id, name, email }) => [id, { id, name, email }]))
    const pairs = lookAlike(people).slice(0, MOST_PAIRS)
    return {
      pairs: pairs.map(({ persons, by }) => ({
        by,
        records: persons.flatMap((id) => of.get(id) ?? []),
      })),
    }
  }),
  serve(api.listMerges, async (call) => ({
    merges: await shownMerges(call, await records.mergesOf(call.db)),
  })),
]

const mergeServings = [
  serve(api.foretellMerge, async (call) => {
    const pair = pairIn(call)
    return call.transact(async (tx) => {
      mayJoin(pair, await records.holdRecords(tx, pair))
      const known = await records.ownAddresses(tx, [pair.kept, pair.other])
      const { about, says, stops } = await foretell(tx, pair, tellingIn(call))
      const shown = (id: records.Pair['kept'], lines: string[]) => {
        const { name, email, made, seen } = known.get(id) ?? {}
        if (!name || !made || !seen) throw new Refused('record-gone')
        return { id, name, email: email ?? null, came: made, seen, about: lines }
      }
      const both = { kept: shown(pair.kept, about.kept), other: shown(pair.other, about.other) }
      return { ...both, says, stops, days: UNDO_DAYS }
    })
  }),
  serve(api.mergeRecords, async (call) => {
    const { id: by } = await meIn(call)
    const { now } = call
    const pair = pairIn(call)
    const { id, until, ended } = await call.transact(async (tx) => {
      mayJoin(pair, await records.holdRecords(tx, pair))
      const { stops } = await foretell(tx, pair, tellingIn(call))
      if (stops[0]) throw new Refused('merge-waits', { why: stops[0] })
      return records.joinRecords(tx, pair, { by, now })
    })
    for (const session of ended) call.hall.live.expel({ session })
    await tell(call, pair, until)
    return { merge: id, until }
  }),
  serve(api.partRecords, async (call) => {
    const { id: by } = await meIn(call)
    const { now, params } = call
    await call.transact(async (tx) => {
      const merge = await records.mergeOf(tx, params.merge)
      if (!merge) throw new Refused('not-found')
      const held = await records.holdRecords(tx, merge)
      const standing = await records.standingMerges(tx, merge.kept)
      const erased = [...held.values()].some(({ name }) => name === null)
      const { parted } = (await records.mergeOf(tx, params.merge)) ?? merge
      const change = partRecords({ ...merge, parted }, { standing, erased, now })
      if (isRefusal(change)) throw new Refused(change.refused, change.details)
      await records.splitRecords(tx, merge, { by, now })
    })
    return {}
  }),
]

const ownServings = [
  serve(api.askForRecord, async (call) => {
    await meIn(call)
    await ask(call, call.body.email, 'record')
    return { minutes: CODE_MINUTES }
  }),
  serve(api.proveRecord, async (call) => {
    const { id: person } = await meIn(call)
    const { email, code } = call.body
    const tried = { purpose: 'record' as const, email, code, browser: browserIn(call) }
    return tryWith(call, tried, async (tx) => {
      const other = await personAt(tx, email)
      if (!other || other.id === person) throw new Refused('same-record')
      await records.keepProof(tx, { person, other: other.id, now: call.now })
      return { other: other.id }
    })
  }),
  serve(api.myMerges, async (call) => {
    const { id } = await meIn(call)
    return { merges: await shownMerges(call, await records.mergesOf(call.db, id)) }
  }),
]

export const recordServings = [...stewardServings, ...mergeServings, ...ownServings]
