/** The reasons of a roll, in words. */
import type { Say } from '#slices/constitutions/index.ts'
import type { DayCount } from './days.ts'
import type { RollLine, Why } from './roll.ts'

const REASON: Record<Why, { id: string; message: string }> = {
  class: /*i18n*/ { id: 'standing.roll.class', message: 'A member whose class votes.' },
  'co-op': /*i18n*/ {
    id: 'standing.roll.co-op',
    message: 'A member co-op: one voice, given by its delegates.',
  },
  'behind-yet': /*i18n*/ {
    id: 'standing.roll.behind-yet',
    message: 'Behind since {day}; the vote does not rest yet.',
  },
  'no-class': /*i18n*/ {
    id: 'standing.roll.no-class',
    message: 'In no class of these rules on that day.',
  },
  'not-class': /*i18n*/ { id: 'standing.roll.not-class', message: 'Its class does not vote.' },
  trial: /*i18n*/ { id: 'standing.roll.trial', message: 'On trial until {day}.' },
  paused: /*i18n*/ { id: 'standing.roll.paused', message: 'Paused since {day}.' },
  idle: /*i18n*/ {
    id: 'standing.roll.idle',
    message: 'Paused since {day}: no trace for a long time. Coming to a gathering ends it.',
  },
  behind: /*i18n*/ {
    id: 'standing.roll.behind',
    message: 'Behind since {day}; the vote rests until it is made good.',
  },
  'no-delegate': /*i18n*/ {
    id: 'standing.roll.no-delegate',
    message: 'A member co-op without a delegate: name one, so that it can be heard.',
  },
}

const HIDDEN = {
  votes: REASON.class,
  silent: /*i18n*/ {
    id: 'standing.roll.hidden',
    message: 'Does not vote now. The member knows why, and whoever keeps the standing.',
  },
}

/** Reasons that say something about somebody's standing. */
const PRIVATE: ReadonlySet<Why> = new Set(['behind', 'behind-yet', 'paused', 'idle', 'trial'])

export type Reason = { why: Why | null; reason: string }

/** `open`: whether the reader may see standings here; else private reasons are kept back. */
export function reasonIn(
  { why, votes, day }: Pick<RollLine, 'why' | 'votes' | 'day'>,
  telling: { say: Say; day(count: DayCount): string },
  open: boolean,
): Reason {
  if (!open && PRIVATE.has(why))
    return {
      why: votes ? 'class' : null,
      reason: telling.say(votes ? HIDDEN.votes : HIDDEN.silent),
    }
  return { why, reason: telling.say(REASON[why], { day: day === null ? '' : telling.day(day) }) }
}
