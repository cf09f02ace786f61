/**
 * Who is heard in the calls that go through this node. LiveKit says on each one's own line when they
 * are heard; the hall reads that along (store/frames.ts) and takes nobody's word for it. In a circle
 * it is told to the room now and then; in a plenary the floor counts, and nothing is told (ADR 92).
 */
import type { Readable } from 'node:stream'
import { SignalResponse } from '@livekit/protocol'
import type { Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Timer } from '#kernel/slice.ts'
import { tellHeard } from '#slices/room/index.ts'
import type { Shape } from '../rules/voices.ts'
import { type Ears, hear, NOBODY, tellUpTo } from '../rules/spans.ts'
import { frameReader } from '../store/frames.ts'
import { soundOf } from './standing.ts'

type Listening = {
  ears: Ears
  /** As it was when last asked: what was heard in a plenary is not told. */
  shape: Shape | null
  /** By `who`: what LiveKit calls them; a line that was found again is not told anew. */
  sids: Map<string, string>
  /** How many lines are open. */
  lines: number
}

const listening = new WeakMap<Hall, Map<string, Listening>>()

function callsIn(hall: Hall): Map<string, Listening> {
  const known = listening.get(hall)
  if (known) return known
  const fresh = new Map<string, Listening>()
  listening.set(hall, fresh)
  return fresh
}

function listeningTo(hall: Hall, gathering: string): Listening {
  const calls = callsIn(hall)
  const known = calls.get(gathering)
  if (known) return known
  const fresh: Listening = { ears: NOBODY, shape: null, sids: new Map(), lines: 0 }
  calls.set(gathering, fresh)
  return fresh
}

/** Kinds of messages by their first byte (`livekit_rtc.proto`): the answer to coming in, and speakers. */
const JOIN = 0x0a
const SPEAKERS = 0x52

function take(here: Listening, who: string, bytes: Buffer, at: Instant): void {
  if (bytes[0] !== JOIN && bytes[0] !== SPEAKERS) return
  const { message } = SignalResponse.fromBinary(bytes)
  if (message.case === 'join' && message.value.participant)
    here.sids.set(who, message.value.participant.sid)
  if (message.case !== 'speakersChanged') return
  const own = message.value.speakers.find(({ sid }) => sid === here.sids.get(who))
  if (own) here.ears = hear(here.ears, who, own.active, at)
}

type Line = { gathering: string; who: string }

/** Reads along one's line from LiveKit; `first`: what came with the answer to the knock. */
export function readAlong(hall: Hall, { gathering, who }: Line, line: Readable, first: Buffer) {
  const here = listeningTo(hall, gathering)
  const read = frameReader()
  const heard = (bytes: Buffer) => {
    for (const message of read(bytes)) take(here, who, message, hall.clock.now())
  }
  here.lines += 1
  heard(first)
  line.on('data', heard)
  line.once('close', () => {
    here.lines -= 1
    here.ears = hear(here.ears, who, false, hall.clock.now())
  })
}

/** Tells the room what was heard up to now, and asks the shape for what comes next. */
async function tellOne(hall: Hall, gathering: string): Promise<void> {
  const calls = callsIn(hall)
  const here = calls.get(gathering)
  if (!here) return
  const now = hall.clock.now()
  const { spans, ears } = tellUpTo(here.ears, now)
  here.ears = ears
  if (here.lines === 0) calls.delete(gathering)
  if (spans.length === 0 && here.shape !== null) return
  const { shape, more } = await soundOf(hall.db, gathering)
  const counts = (here.shape ?? shape) === 'circle'
  here.shape = shape
  const meant = spans.filter(({ who }) => !more(who).includes('microphone'))
  if (counts && meant.length > 0) await hall.transact((tx) => tellHeard(tx, gathering, meant, now))
}

/** What was heard before the shape changed counts by the shape before. */
export async function shapeChanged(hall: Hall, gathering: string): Promise<void> {
  const here = callsIn(hall).get(gathering)
  if (!here) return
  await tellOne(hall, gathering)
  here.shape = null
}

/** Who was heard is told to the rooms, up to now. */
export const tellWhoWasHeard: Timer = {
  name: 'voices.heard',
  everySeconds: 5,
  async run(hall) {
    for (const gathering of callsIn(hall).keys()) await tellOne(hall, gathering)
  },
}
