/** Casting ballots, and reading what was counted. */
import { isRefusal } from '#kernel/change.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import { isSteward } from '#slices/circles/index.ts'
import { recordsOf } from '#slices/people/index.ts'
import * as api from '../api/voting.ts'
import { explainDecision } from '../rules/count/explaining.ts'
import { countBeside, nearBeside } from '../store/count-work.ts'
import { tellNear } from '../rules/count/near.ts'
import type { Published } from '../rules/count/published.ts'
import { tellCount } from '../rules/count/telling.ts'
import { pictureOf } from '../rules/picture.ts'
import { countedRuling } from '../rules/secret/groups.ts'
import { refuseLate } from '../rules/life/life.ts'
import { withdrawOption } from '../rules/voices/withdrawing.ts'
import { ballotsOf, entriesOf, rollRows, speaksFor } from '../store/ballots.ts'
import { publicationOf, publishedOf } from '../store/counting.ts'
import { holdDecision, textOf } from '../store/decisions.ts'
import { type Decision, topicOf } from '../store/tables.ts'
import { withdrawalsOf, writeWithdrawal } from '../store/withdrawing.ts'
import { writeLetters } from '../timers/letters.ts'
import { castAs } from './casting.ts'
import { recordVote } from './phone.ts'
import { decisionAt, isCircle, isPerson, namesFor } from './shown.ts'
import { saySentence } from './tally.ts'

const PAGE = 100

const cast = serve(api.castBallot, async (call) => {
  const { params, body, now } = call
  const me = meIn(call.caller)
  const { decision: id } = params
  return call.transact(async (tx) => {
    const given = { ...body, way: 'hall' as const }
    const { changes, at } = await castAs(tx, id, given, { by: me, now })
    return { changes, at }
  }, topicOf(id))
})

const record = serve(api.recordByPhone, async (call) => {
  const { params, body, now, hall } = call
  const by = meIn(call.caller)
  const { decision: id } = params
  return call.transact(
    (tx) => recordVote(hall, tx, { decision: id, ...body }, { by, now }),
    topicOf(id),
  )
})

const withdraw = serve(api.withdrawOption, async (call) => {
  const { params, body, caller, now, hall } = call
  const by = meIn(caller)
  const { decision: id } = params
  await call.transact(async (tx) => {
    const held = await holdDecision(tx, id)
    if (!held) throw new Refused('not-found')
    if (held.gathering !== null) throw new Refused('voted-in-the-room')
    if (held.state === 'open')
      allow(refuseLate({ state: held.state, closesAt: held.closes_at }, now))
    const { options } = await textOf(tx, held)
    const gone = await withdrawalsOf(tx, id)
    const answer = withdrawOption({
      state: held.state,
      options,
      option: body.option,
      before: gone.map(({ option }) => option),
      me: await recordsOf(tx, by),
      keeps: by === held.made_by || (await isSteward(tx, by, held.circle)),
    })
    allow(answer)
    await writeWithdrawal(tx, held, body, { by, now })
    const which = `${body.option}`
    await writeLetters(hall, tx, { decision: id, about: 'option-withdrawn', which })
  }, topicOf(id))
  return {}
})

type Shape = Pick<Call, 'db'>

/** Whether results may be seen now: after the close, or before where the rules show them. */
export function refuseHidden({ state, ruling, result }: Decision): void {
  const counted = state === 'counted' || (state === 'void' && result !== null)
  const shows = state === 'open' && ruling?.kind.shows === 'open'
  if (!counted && !shows) throw new Refused('results-hidden')
}

async function publishedNow({ db }: Shape, decision: Decision): Promise<Published> {
  refuseHidden(decision)
  const published =
    (await publishedOf(db, decision.id)) ?? (await publicationOf(db, decision))?.published
  if (!published) throw new Refused('results-hidden')
  return published
}

const count = serve(api.readCount, async (call) => {
  const { db, params, caller } = call
  const decision = await decisionAt(db, params.decision)
  const published = await publishedNow(call, decision)
  const counted = await countBeside(published)
  if (isRefusal(counted)) throw new Refused(counted.refused, counted.details)
  const words = wordsIn(caller.locale)
  const { options, lot, secret, roll, ballots: lines } = published
  const { classes } = countedRuling(published.ruling)
  const classNamed = (key: string) => classes.find((one) => one.key === key)?.name ?? key
  const steps = tellCount(counted, { options, classNamed })
  const explained = explainDecision(counted, published, classNamed)
  const near = decision.counted_at === null ? null : await nearBeside(counted, published)
  return {
    result: counted.outcome,
    elected: counted.elected,
    classes: counted.turnout.map(({ class: key, eligible, voted }) => ({
      class: classNamed(key),
      eligible,
      voted,
      answers: counted.answers.find((one) => one.class === key)?.given ?? {},
    })),
    explained: explained.map((sentence) => saySentence(sentence, words)),
    near: near && saySentence(tellNear(near, { options, classNamed }), words),
    papers: secret
      ? { taken: roll.entries.filter(({ voted }) => voted).length, cast: lines.length }
      : null,
    steps: steps.map((sentence) => saySentence(sentence, words)),
    picture: counted.detail.method === 'options' ? pictureOf(counted.detail.count) : null,
    lot: (lot ?? []).map((option) => options[option - 1] ?? ''),
    rollHash: published.roll.sha256,
    fingerprint: decision.counted_at === null ? null : published.fingerprint,
  }
})

const ballots = serve(api.listBallots, async (call) => {
  const { db, params, query, caller, now } = call
  const decision = await decisionAt(db, params.decision)
  refuseHidden(decision)
  const { id, circle, ruling } = decision
  if (ruling?.kind.secrecy === 'secret') throw new Refused('ballots-secret')
  const me = meIn(caller)
  if (ruling?.kind.secrecy !== 'open') {
    const mine = await entriesOf(db, id, await speaksFor(db, { circle, person: me, now }))
    if (!mine.some(({ votes }) => votes)) throw new Refused('ballots-for-voters')
  }
  const [all, roll] = await Promise.all([ballotsOf(db, id), rollRows(db, id)])
  const from = query.after ? all.findIndex(({ member }) => member === query.after) + 1 : 0
  const page = all.slice(from, from + PAGE)
  const nameOf = await namesFor(
    db,
    page.flatMap(({ member, by }) => [member, by]),
  )
  const classes = new Map(roll.map((row) => [row.member, row.class]))
  const classNamed = (key: string) => ruling?.classes.find((one) => one.key === key)?.name ?? key
  const last = page.at(-1)?.member ?? ''
  return {
    ballots: page.flatMap(({ member, vote, said, by, at, way }) =>
      isPerson(member) || isCircle(member)
        ? [
            {
              member,
              name: nameOf(member),
              class: classNamed(classes.get(member) ?? ''),
              vote,
              said,
              by: by === member ? null : nameOf(by),
              way,
              at,
            },
          ]
        : [],
    ),
    next: from + PAGE < all.length && (isPerson(last) || isCircle(last)) ? last : null,
  }
})

const publication = serve(api.readPublication, async (call) => {
  const decision = await decisionAt(call.db, call.params.decision)
  if (decision.counted_at === null) throw new Refused('results-hidden')
  const published = await publishedNow(call, decision)
  return new Response(JSON.stringify(published), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="decision-${decision.id}.json"`,
      'cache-control': 'no-store',
    },
  })
})

export const votingServings = [cast, record, withdraw, count, ballots, publication]
