/** The steps of an apportionment, as data and in sentences. */
import type { MessageDescriptor } from '@lingui/core'
import type { TieBroken } from './counting.ts'
import { readFraction, roughly, ZERO } from './exact.ts'
import { amount, type Sentence, tellTie } from './telling.ts'

export type SeatStep =
  | {
      kind: 'dues'
      candidates: number[]
      /** What each is due, as fractions. */
      dues: string[]
      wholes: number[]
      /** Who gets a seat for the remainder, the largest first. */
      remaining: number[]
    }
  | { kind: 'seat'; seat: number; candidate: number; quotient: string }
  | { kind: 'seats'; candidates: number[]; seats: number[] }
  | TieBroken

const SAID = {
  dues: /*i18n*/ {
    id: 'decisions.seats.dues',
    message: 'Due in seats, what is beyond three decimals left out: {list}.',
  },
  remaining: /*i18n*/ {
    id: 'decisions.seats.remaining',
    message: 'The largest remainders get one more: {list}.',
  },
  seat: /*i18n*/ {
    id: 'decisions.seats.seat',
    message: 'Seat {seat} goes to {name}, with the largest quotient: {quotient}.',
  },
  seats: /*i18n*/ { id: 'decisions.seats.seats', message: 'Seats: {list}.' },
} satisfies Record<string, MessageDescriptor>

const inDecimals = (text: string) => amount(roughly(readFraction(text) ?? ZERO, 3))

/** One step in sentences. */
export function tellSeatStep(step: SeatStep, names: readonly string[]): Sentence[] {
  const name = (one: number) => names[one] ?? `${one + 1}`
  switch (step.kind) {
    case 'dues': {
      const list = step.candidates.map(
        (one, at) => `${name(one)} ${inDecimals(step.dues[at] ?? '')}`,
      )
      const said: Sentence[] = [{ message: SAID.dues, values: { list } }]
      if (step.remaining.length === 0) return said
      return [...said, { message: SAID.remaining, values: { list: step.remaining.map(name) } }]
    }
    case 'seat': {
      const quotient = inDecimals(step.quotient)
      return [
        { message: SAID.seat, values: { seat: step.seat, name: name(step.candidate), quotient } },
      ]
    }
    case 'seats': {
      const list = step.candidates.map((one, at) => `${name(one)} ${step.seats[at] ?? 0}`)
      return [{ message: SAID.seats, values: { list } }]
    }
    case 'tie':
      return [tellTie(step, names)]
  }
}
