/** A gathering to rehearse with: the call, who is there, and how a story is told by rules. */
import assert from 'node:assert/strict'
import { type Change, isRefusal } from '#kernel/change.ts'
import { type Instant, plus, SECOND } from '#kernel/clock.ts'
import { Call, type CallGiven } from './call.ts'
import { apply, type Heard, roomFrom } from './room.ts'
import type { Room } from './state.ts'

export const START = '2026-11-24T18:00:00.000Z'

export const MAREN = 'per_maren'
export const OISIN = 'per_oisin'
export const CHIARA = 'per_chiara'
export const JOOST = 'per_joost'
export const NGOZI = 'per_ngozi'
export const AROHA = 'gst_aroha'

const NAMES = {
  [MAREN]: 'Maren Solheim',
  [OISIN]: 'Oisín Farrelly',
  [CHIARA]: 'Chiara Bellandi',
  [JOOST]: 'Joost van Dalen',
  [NGOZI]: 'Ngozi Adeyemi',
  [AROHA]: 'Aroha Ngata',
}

/** Quillmarsh Commons meets: welcome 5, panel 20, break 10, plenary 25 minutes; Maren facilitates. */
export function callOf(given: Partial<CallGiven> = {}): Call {
  return Call.parse({
    title: 'Who keeps the servers?',
    zone: 'Europe/Lisbon',
    startsAt: START,
    items: [
      {
        id: 'itm_welcome',
        kind: 'context',
        title: 'Welcome',
        owners: [{ id: MAREN, name: 'Maren Solheim' }],
        minutes: 5,
      },
      {
        id: 'itm_panel',
        kind: 'panel',
        title: 'Panel',
        owners: [
          { id: CHIARA, name: 'Chiara' },
          { id: JOOST, name: 'Joost' },
        ],
        minutes: 20,
      },
      { id: 'itm_break', kind: 'break', title: 'Break', minutes: 10 },
      { id: 'itm_plenary', kind: 'plenary', title: 'Plenary', minutes: 25 },
    ],
    facilitators: [MAREN],
    ...given,
  })
}

export function entry(seq: number, at: Instant, kind: string, data: object): Heard {
  return { seq, at, kind, data: { ...data } }
}

/** The room with these happening `after` seconds after the start. */
export function tell(room: Room, after: number, change: Change): Room {
  assert.ok(!isRefusal(change), `refused: ${JSON.stringify(change)}`)
  let next = room
  for (const { kind, data } of change.facts) {
    next = apply(next, entry(next.seq + 1, plus(START, after * SECOND), kind, { ...Object(data) }))
  }
  return next
}

/** Why a change can't be; fails when it can. */
export function refusalOf(change: object): string {
  assert.ok(isRefusal(change), 'it should have been refused')
  return change.refused
}

/** Everybody named above is in the room, two minutes early; nothing has begun. */
export function rehearsal(given: Partial<CallGiven> = {}): Room {
  const arrivals = Object.entries(NAMES).map(([who, name], place) =>
    entry(place + 2, plus(START, -120 * SECOND), 'room.entered', {
      who,
      name,
      kind: who.startsWith('per') ? 'person' : 'guest',
    }),
  )
  return roomFrom([
    entry(1, plus(START, -600 * SECOND), 'room.opened', { call: callOf(given) }),
    ...arrivals,
  ])
}

/** A long gathering of 350: mostly chat, with comings, hands, turns and signals between. */
export function entriesOf(count: number): Heard[] {
  return Array.from({ length: count }, (_, place) => {
    const at = plus(START, place * 500)
    const who = `gst_${place % 350}`
    if (place === 0) return entry(1, at, 'room.opened', { call: callOf() })
    if (place <= 350)
      return entry(place + 1, at, 'room.entered', { who, name: `Guest ${place}`, kind: 'guest' })
    const step = place % 20
    const link = `see https://lantern.press/${place % 400} for it`
    if (step === 3) return entry(place + 1, at, 'stack.asked', { who, kind: 'point' })
    if (step === 5)
      return entry(place + 1, at, 'floor.given', { who: [who], by: MAREN, seconds: 120 })
    if (step === 7) return entry(place + 1, at, 'temperature.shown', { who, signal: 'agree' })
    if (step === 9)
      return entry(place + 1, at, 'chat.reacted', { line: place - 10, who, emoji: '👍' })
    return entry(place + 1, at, 'chat.said', { who, text: step === 11 ? link : `line ${place}` })
  })
}
