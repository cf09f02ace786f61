/** A commons that decides, for stories: the rules of full commons, people in its classes, one member co-op. */
import { DAY } from '#kernel/clock.ts'
import { wordsIn } from '#kernel/words.ts'
import {
  changeClass,
  type CircleId,
  joinCircle,
  makeCircle,
  sendDelegate,
} from '#slices/circles/index.ts'
import { adoptParts, allSections, presetParts, todayIn } from '#slices/constitutions/index.ts'
import * as making from '#slices/decisions/api/making.ts'
import type { Kind } from '#slices/decisions/rules/kinds/kind.ts'
import { kindsPresets } from '#slices/decisions/rules/kinds/presets.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import type { Body } from '#kernel/operation.ts'
import type { TestHall } from './hall.ts'
import { foundedHall, type Somebody, somebody } from './people.ts'

export type Commons = {
  coop: CircleId
  /** A producer as a co-op, with two delegates. */
  radio: CircleId
  maren: Somebody
  custodians: Somebody[]
  producers: Somebody[]
  delegates: [Somebody, Somebody]
}

/** `change` is what a story needs otherwise of the kinds of the preset. */
export async function decidingCommons(
  hall: TestHall,
  change: (kind: Kind) => Kind = (kind) => kind,
): Promise<Commons> {
  const { coop, maren } = await foundedHall(hall)
  const now = hall.clock.now()
  const by = { by: maren.id, now }
  const inCoop = (name: string) => somebody(hall, name, { circles: [coop] })
  const custodians = [maren, await inCoop('Chiara Bellandi'), await inCoop('Joost Aalbers')]
  const producers = [
    await inCoop('Oisín Farrelly'),
    await inCoop('Ngozi Okafor'),
    await inCoop('Devika Rao'),
  ]
  const delegates: [Somebody, Somebody] = [
    await somebody(hall, 'Yuki Tanabe'),
    await somebody(hall, 'Tomasz Wrona'),
  ]
  const { say } = wordsIn('en')
  const radio = await hall.hall.transact(async (tx) => {
    const parts = presetParts(allSections(), 'full-commons', say)
    const decisions = { kinds: kindsPresets(say)['full-commons'].kinds.map(change) }
    await adoptParts(tx, coop, { parts: { ...parts, decisions }, day: await todayIn(tx, now) }, by)
    const body = await makeCircle(
      tx,
      { name: 'Night Ferry Radio', parent: coop, kind: 'autonomous' },
      by,
    )
    await joinCircle(tx, coop, body, by)
    const classes = [
      ...custodians.map(({ id }) => [id, 'custodian'] as const),
      ...producers.map(({ id }) => [id, 'producer'] as const),
      [body, 'producer'] as const,
    ]
    for (const [member, to] of classes) await changeClass(tx, { circle: coop, member, to }, by)
    for (const { id: person } of delegates)
      await sendDelegate(
        tx,
        { circle: coop, body, person, alternate: false, mandate: '', ends: null },
        by,
      )
    return body
  })
  return { coop, radio, maren, custodians, producers, delegates }
}

type Given = Partial<Body<typeof making.draftDecision>> & { kind: string }

/** Drafts and proposes a decision of the co-op; it opens when time passes and nothing holds it up. */
export async function proposed(
  who: Somebody,
  circle: CircleId,
  given: Given,
  days: { talkDays: number; openDays: number; urgent?: boolean },
) {
  const body = {
    title: 'A shared workshop',
    question: 'Shall we rent the workshop together?',
    ...given,
  }
  const { decision } = await who.browser.call(making.draftDecision, { params: { circle }, body })
  await who.browser.call(making.proposeDecision, { params: { decision }, body: days })
  return decision
}

/** Lets days pass, and what then happens happen. */
export async function daysPass(hall: TestHall, days: number): Promise<void> {
  hall.clock.pass(days * DAY)
  await keepDecisions(hall.hall, hall.clock.now())
}
