/** The gatherings that come: tomorrow, in five days, in nine. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { makeGathering, Plan } from '#slices/gatherings/index.ts'
import type { Cast, Key } from './people.ts'

type Coming = {
  title: string
  purpose: string
  circle: CircleId
  in: number
  at: string
  minutes: number
  access: 'public' | 'members'
  by: Key
}

/** A time of day, UTC, so many days from now. */
function dayIn(now: Instant, { in: days, at }: Coming): Instant {
  return `${plus(now, days * DAY).slice(0, 10)}T${at}:00.000Z`
}

async function callOne(tx: Transaction, cast: Cast, now: Instant, coming: Coming): Promise<void> {
  const startsAt = dayIn(now, coming)
  const { title, purpose, minutes, access, circle } = coming
  const plan = Plan.parse({
    title,
    purpose,
    zone: 'Europe/Amsterdam',
    startsAt,
    minutes,
    access,
    facilitators: [cast.id(coming.by)],
  })
  const facts = [{ kind: 'gathering.called', data: { title, startsAt, access } }]
  await makeGathering(tx, { plan, circle }, facts, { by: cast.id(coming.by), now })
}

/** Calls what comes. */
export async function callComing(tx: Transaction, cast: Cast, now: Instant): Promise<void> {
  const gatherings: Coming[] = [
    {
      title: 'Treasurers’ lunch hour',
      purpose: 'Bring the questions that you would not put into a mail.',
      circle: cast.coop,
      in: 1,
      at: '11:30',
      minutes: 60,
      access: 'members',
      by: 'joost',
    },
    {
      title: 'Welcome evening',
      purpose: 'For everybody who came this autumn, and everybody who might.',
      circle: cast.welcome,
      in: 5,
      at: '18:30',
      minutes: 90,
      access: 'public',
      by: 'lina',
    },
    {
      title: 'Winter assembly',
      purpose: 'The year in numbers, the dues of the next one, and who stewards.',
      circle: cast.coop,
      in: 9,
      at: '09:00',
      minutes: 180,
      access: 'members',
      by: 'maren',
    },
  ]
  for (const coming of gatherings) await callOne(tx, cast, now, coming)
}
