/**
 * Everybody's standing, and rolls, judged in a worker thread on a connection of its own: however many
 * members, the hall goes on.
 */
import { isIdOf } from '#kernel/ids.ts'
import { z } from 'zod'
import { openDatabase, type Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { offer, workOn } from '#kernel/work.ts'
import { type CircleId, countMembers } from '#slices/circles/index.ts'
import type { Asking } from '../rules/facts.ts'
import type { ClassRight, RollLine } from '../rules/roll.ts'
import { type Brief, briefOf } from './briefs.ts'
import { classRightsOn, rollAsked } from './roll.ts'
import { judge } from './standings.ts'

const Days = z.object({ on: z.int(), evidence: z.int(), known: z.int() })
const isCircleId = (value: unknown): value is CircleId =>
  typeof value === 'string' && isIdOf('cir')(value)
const Circle = z.custom<CircleId>(isCircleId)
const Wish = z.object({ url: z.string(), circle: Circle, asked: Days })
const RollWish = Wish.extend({ rights: z.array(z.custom<ClassRight>()).nullable() })

type Manner = { max: number; calm?: boolean }

async function alone<T>(url: string, manner: Manner, work: (db: Reader) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase({ url, ...manner })
  try {
    return await work(db)
  } finally {
    await close()
  }
}

async function briefs(db: Reader, circle: CircleId, asked: Asking): Promise<Brief[]> {
  const { judging, all } = await judge(db, circle, null, asked)
  return all.map((one) => briefOf(judging, one, asked))
}

offer({
  briefs: (given) => {
    const { url, circle, asked } = Wish.parse(given)
    // Everybody's standing may take its time: the room beside it may not.
    return alone(url, { max: 1, calm: true }, (db) => briefs(db, circle, asked))
  },
  roll: (given) => {
    const { url, circle, asked, rights } = RollWish.parse(given)
    return alone(url, { max: 4 }, (db) => rollAsked(db, circle, asked, rights))
  },
})

const file = new URL(import.meta.url)
/** So many are judged sooner than a thread starts, and in less than the event loop can spare. */
const FEW = 100

type From = Pick<Hall, 'db' | 'config'>

async function isSmall(db: Reader, circle: CircleId): Promise<boolean> {
  const classes = await countMembers(db, circle)
  return classes.reduce((all, { persons, circles }) => all + persons + circles, 0) <= FEW
}

/** Everybody's standing in short. */
export async function briefsBeside(
  { db, config }: From,
  circle: CircleId,
  asked: Asking,
): Promise<Brief[]> {
  if (!config.databaseUrl || (await isSmall(db, circle))) return briefs(db, circle, asked)
  const given = { url: config.databaseUrl, circle, asked }
  return workOn({ file, task: 'briefs', given, answer: z.array(z.custom<Brief>()), stays: true })
}

/** The roll of a circle. */
export async function rollBeside(
  { db, config }: From,
  circle: CircleId,
  asked: Asking,
): Promise<RollLine[]> {
  const rights = await classRightsOn(db, circle, asked.on)
  if (!config.databaseUrl || (await isSmall(db, circle)))
    return rollAsked(db, circle, asked, rights)
  const given = { url: config.databaseUrl, circle, asked, rights }
  return workOn({ file, task: 'roll', given, answer: z.array(z.custom<RollLine>()), stays: true })
}
