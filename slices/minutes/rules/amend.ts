/**
 * Amending and approving.
 * 1. Who was there may amend notes, decisions and actions. Each amendment stands with who, when, what
 *    stood before and what stands now.
 * 2. Everybody may correct their own words in the chat, and nobody another's. What stood before is
 *    not repeated in the minutes; the record keeps it.
 * 3. Who facilitated approves. From then on nothing changes, save that somebody is erased.
 * 4. Who asks not to be named is not named where everybody can read.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Amendment, ChatLine, Minutes, Target } from './document.ts'

export type Amending = { target: Target; id: string; text: string }
export type By = { who: string; now: Instant }

type Amended = { minutes: Minutes; amendment: Amendment } | Refusal

/** Somebody of these minutes, by any of the names that the hall knows them by. */
export function attendeeOf({ people }: Minutes, ids: readonly string[]) {
  return people.find(({ who }) => ids.includes(who))
}

function next({ amendments }: Minutes): string {
  return `a${amendments.length + 1}`
}

function noted(minutes: Minutes, amendment: Amendment): Amended {
  return {
    minutes: { ...minutes, amendments: [...minutes.amendments, amendment] },
    amendment,
  }
}

function unless(minutes: Minutes, who: string): Refusal | null {
  if (minutes.approval) return refuse('minutes-approved')
  return attendeeOf(minutes, [who]) ? null : refuse('not-there')
}

type Stood = { before: string; with(text: string): Minutes }

function standing(minutes: Minutes, target: Target, id: string): Stood | null {
  const swap = <T extends { id: string }>(all: readonly T[], change: (one: T) => T) =>
    all.map((one) => (one.id === id ? change(one) : one))
  const item = target === 'item' && minutes.items.find((one) => one.id === id)
  if (item)
    return {
      before: item.notes,
      with: (notes) => ({ ...minutes, items: swap(minutes.items, (one) => ({ ...one, notes })) }),
    }
  const decision = target === 'decision' && minutes.decisions.find((one) => one.id === id)
  if (decision)
    return {
      before: decision.text,
      with: (text) => ({
        ...minutes,
        decisions: swap(minutes.decisions, (one) => ({ ...one, text })),
      }),
    }
  const action = target === 'action' && minutes.actions.find((one) => one.id === id)
  if (!action) return null
  return {
    before: action.text,
    with: (text) => ({ ...minutes, actions: swap(minutes.actions, (one) => ({ ...one, text })) }),
  }
}

/** Amends what stands at an item, a decision or an action. */
export function amend(minutes: Minutes, by: By, { target, id, text }: Amending): Amended {
  const refusal = unless(minutes, by.who)
  if (refusal) return refusal
  const stood = standing(minutes, target, id)
  if (!stood) return refuse('nothing-to-amend')
  if (stood.before === text) return refuse('nothing-changed')
  return noted(stood.with(text), {
    ref: next(minutes),
    by: by.who,
    at: by.now,
    target,
    id,
    before: stood.before,
    after: text,
  })
}

/** Corrects one's own words; `line` as it stands. */
export function correct(minutes: Minutes, by: By, line: ChatLine, text: string): Amended {
  const refusal = unless(minutes, by.who)
  if (refusal) return refusal
  if (line.who !== by.who) return refuse('not-your-words')
  if (!['said', 'edited', 'corrected'].includes(line.state)) return refuse('nothing-to-amend')
  if (line.text === text) return refuse('nothing-changed')
  return noted(minutes, {
    ref: next(minutes),
    by: by.who,
    at: by.now,
    target: 'line',
    id: String(line.seq),
    before: null,
    after: text,
  })
}

/** Asks not to be named where everybody can read, or to be named again. */
export function askUnnamed(minutes: Minutes, who: string, unnamed: boolean): Minutes | Refusal {
  const refusal = unless(minutes, who)
  if (refusal) return refusal
  const people = minutes.people.map((one) => (one.who === who ? { ...one, unnamed } : one))
  return { ...minutes, people }
}

export type Approving = { who: string; name: string; facilitates: boolean; now: Instant }

/** Approves: what stands is frozen. The record's head is set in by who seals it. */
export function approve(minutes: Minutes, { who, name, facilitates, now }: Approving) {
  if (minutes.approval) return refuse('minutes-approved')
  if (!facilitates) return refuse('only-who-facilitated')
  return { ...minutes, approval: { at: now, by: [{ who, name }] } }
}
