/**
 * Letters about what was said, daily and weekly, at seven by the hall's clock (law 3 of
 * rules/notices.ts). A round is begun once, by whichever node comes first, in one transaction with a
 * job for each reader; each of these writes one letter, once.
 */
import { z } from 'zod'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { idOf } from '#kernel/ids.ts'
import type { Job, Timer } from '#kernel/slice.ts'
import { circlesOf, coop } from '#slices/circles/index.ts'
import { namesOf, type PersonId, personOf } from '#slices/people/index.ts'
import { noticeFor, type Round, ROUNDS, roundAt } from '../rules/notices.ts'
import { choiceOf, insideOf } from '../store/following.ts'
import { beginRound, circlesSpoken, saidTo, takeDigest, windowOf } from '../store/letters.ts'
import { stopWord } from '../store/stopping.ts'
import { digestLetter } from './letter-texts.ts'

export const DIGEST_JOB = 'threads.digest'
const Wanted = z.object({
  person: idOf('per', 'a person'),
  kind: z.enum(ROUNDS),
  day: z.iso.date(),
})
const LENGTH: Record<Round, number> = { daily: DAY, weekly: 7 * DAY }
/** After the hall stood still for long, a letter goes no further back. */
const MOST_BACK = 30 * DAY

type Window = { after: Instant | null; till: Instant }

function within(kind: Round, { after, till }: Window): { after: Instant; till: Instant } {
  const floor = plus(till, -MOST_BACK)
  const from = after ?? plus(till, -LENGTH[kind])
  return { after: from < floor ? floor : from, till }
}

async function begin(hall: Hall, kind: Round, now: Instant): Promise<void> {
  const zone = (await coop(hall.db))?.zone ?? 'UTC'
  const day = roundAt(kind, now, zone)
  await hall.transact(async (tx) => {
    if (!(await beginRound(tx, kind, day, now))) return
    const window = await windowOf(tx, kind, day)
    if (!window) return
    const persons = new Set<PersonId>()
    for (const circle of await circlesSpoken(tx, within(kind, window)))
      for (const person of await insideOf(tx, circle)) persons.add(person)
    for (const person of persons) await hall.jobs.send(DIGEST_JOB, { person, kind, day }, { tx })
  })
}

/** Rounds that are due are begun. */
export async function beginRounds(hall: Hall, now: Instant): Promise<void> {
  for (const kind of ROUNDS) await begin(hall, kind, now)
}

export const digestTimer: Timer = {
  name: 'threads.rounds',
  everySeconds: 60,
  run: beginRounds,
}

async function writeDigest(hall: Hall, data: Record<string, unknown>): Promise<void> {
  const { person, kind, day } = Wanted.parse(data)
  await hall.transact(async (tx) => {
    const window = await windowOf(tx, kind, day)
    if (!window || !(await takeDigest(tx, { kind, day, person }))) return
    const circles = await circlesOf(tx, person)
    const to = await personOf(tx, person)
    if (!to?.email || circles.length === 0) return
    const said = await saidTo(tx, person, {
      circles: circles.map(({ id }) => id),
      ...within(kind, window),
    })
    const threads = []
    for (const [thread, comments] of Map.groupBy(said, (one) => one.thread)) {
      const [first] = comments
      if (!first) continue
      const choice = await choiceOf(tx, { id: thread, circle: first.circle }, person)
      if (noticeFor(choice, false) !== kind) continue
      const circle = circles.find(({ id }) => id === first.circle)?.name ?? ''
      threads.push({ id: thread, title: first.title, circle, comments })
    }
    if (threads.length === 0) return
    const names = await namesOf(
      tx,
      said.map(({ who }) => who),
    )
    const stop = await stopWord(tx, { person, what: kind })
    const { origin } = hall.config
    const letter = { kind, day, threads, names, stop, origin }
    await hall.mail.send(tx, digestLetter({ ...to, email: to.email }, letter))
  })
}

export const digestJob: Job = { name: DIGEST_JOB, run: writeDigest }
