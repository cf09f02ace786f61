/** Slides shown, turned, put away and laid ready. */
import { type Change, isRefusal } from '#kernel/change.ts'
import type { Reader } from '#kernel/database.ts'
import type { Operation } from '#kernel/operation.ts'
import { Refused } from '#kernel/problem.ts'
import { holdTopic, lastSeq } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { enteredAs } from '#slices/room/index.ts'
import * as api from '../api.ts'
import type { OpenDeck, SlidesNow } from '../api.ts'
import {
  layReady,
  putAway,
  showDeck,
  type Slides,
  type Standing,
  turnPage,
} from '../rules/slides.ts'
import { decksOf, happenTo, slidesOf } from '../store/slides.ts'
import { topicOf } from '../store/tables.ts'

const shownAs = ({ shown, ready }: Slides, seq: number): SlidesNow =>
  api.SlidesNow.parse({ shown, ready, seq })

const read = serve(api.readSlides, async ({ db, caller, params: { gathering } }) => {
  const { standing } = await enteredAs(db, caller, gathering)
  if (standing.removed) throw new Refused('removed')
  // The number first: what happens in between is heard again, and changes nothing then.
  const seq = await lastSeq(db, topicOf(gathering))
  return shownAs(await slidesOf(db, gathering), seq)
})

type Changing = Pick<Call<Operation>, 'db' | 'caller' | 'now' | 'transact'> & {
  params: { gathering: string }
}

async function change(
  call: Changing,
  rule: (slides: Slides, who: { by: string; standing: Standing }) => Change,
): Promise<SlidesNow> {
  const { gathering } = call.params
  const topic = topicOf(gathering)
  return call.transact(async (tx) => {
    const { seq } = await holdTopic(tx, topic)
    const who = await enteredAs(tx, call.caller, gathering)
    const before = await slidesOf(tx, gathering)
    const told = rule(before, who)
    if (isRefusal(told)) throw new Refused(told.refused, told.details)
    const about = { gathering, now: call.now, actor: who.by }
    const after = await happenTo(tx, before, told.facts, about)
    return shownAs(after, seq + told.facts.length)
  }, topic)
}

async function insistOnDeck(db: Reader, gathering: string, { file }: OpenDeck): Promise<void> {
  const decks = await decksOf(db, gathering)
  if (!decks.some(({ id }) => id === file)) throw new Refused('no-such-deck')
}

const show = serve(api.showSlides, async (call) => {
  await insistOnDeck(call.db, call.params.gathering, call.body)
  return change(call, (slides, who) => showDeck(slides, who, call.body))
})

const turn = serve(api.turnThePage, (call) =>
  change(call, (slides, who) => turnPage(slides, who, call.body)),
)

const away = serve(api.putSlidesAway, (call) => change(call, putAway))

const ready = serve(api.laySlidesReady, async (call) => {
  const { deck } = call.body
  if (deck) await insistOnDeck(call.db, call.params.gathering, deck)
  return change(call, (slides, who) => layReady(slides, who, deck))
})

export const slideServings = [read, show, turn, away, ready]
