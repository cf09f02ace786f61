/** Minutes told in a reader's language and zone (told.ts says what that is). */
import { MINUTE } from '#kernel/clock.ts'
import { type Minutes, stateOf } from './document.ts'
import { phrases } from './phrases.ts'
import { clockLength, shortDayOf, type Speech } from './speech.ts'
import { factsOf, nameFor, readable } from './tell-facts.ts'
import { tellItems, toldNote } from './tell-items.ts'
import type { Told } from './told.ts'
import { lanesOf } from './tell-lanes.ts'
import { linksOf } from './tell-links.ts'
import { tellAmendment } from './tell-amendments.ts'
import { filesOf } from './tell-files.ts'
import { sealOf } from './tell-seal.ts'

function shortOf(minutes: Minutes, speech: Speech): Told['short'] {
  const decided = minutes.decisions.map(({ id, ref, text }) => ({
    ref,
    href: `#${id}`,
    text: readable(text, speech),
  }))
  const count = minutes.actions.length + (minutes.tasks?.length ?? 0)
  if (count === 0) return decided
  return [
    ...decided,
    { ref: 'A', href: '#actions', text: speech.say(phrases.actionsShort, { count }) },
  ]
}

function spokeOf({ people }: Minutes, speech: Speech): Pick<Told, 'spoke' | 'spokeNote'> {
  const spoke = people.filter(({ spokenMs }) => spokenMs > 0)
  const longest = Math.max(1, ...spoke.map(({ spokenMs }) => spokenMs))
  const all = spoke.reduce((sum, { spokenMs }) => sum + spokenMs, 0)
  const minutes = Math.round(all / MINUTE)
  return {
    spoke: spoke.map(({ name, spokenMs }) => ({
      name: readable(name, speech),
      time: clockLength(spokenMs),
      part: spokenMs / longest,
    })),
    spokeNote: spoke.length > 0 ? speech.say(phrases.spokeNote, { minutes }) : '',
  }
}

const STATE_WORDS = {
  draft: phrases.draft,
  amended: phrases.amended,
  approved: phrases.approved,
} as const

function dayOf(due: string | null, speech: Speech): string {
  return due ? shortDayOf(`${due}T12:00:00.000Z`, { ...speech, zone: 'UTC' }) : ''
}

/** What was taken on in the room, then the open tasks of the notes, which have no number. */
function actionsOf(minutes: Minutes, speech: Speech): Told['actions'] {
  const taken = minutes.actions.map(({ id, ref, text, who, name, due }) => ({
    id,
    ref,
    what: readable(text, speech),
    who: who ? nameFor(minutes, who, speech) : readable(name ?? '', speech),
    by: dayOf(due, speech),
  }))
  const noted = (minutes.tasks ?? []).map(({ text, name, day }, at) => ({
    id: `task-${at + 1}`,
    ref: '',
    what: readable(text, speech),
    who: readable(name ?? '', speech),
    by: dayOf(day, speech),
  }))
  return [...taken, ...noted]
}

/** The whole document as sentences. */
export function tell(minutes: Minutes, speech: Speech): Told {
  const { say } = speech
  const state = stateOf(minutes)
  const { circle } = minutes
  return {
    state,
    stateWord: say(STATE_WORDS[state]),
    of: circle ? say(phrases.minutesOf, { circle }) : say(phrases.minutesOpen),
    title: minutes.title,
    purpose: minutes.purpose,
    facts: factsOf(minutes, speech),
    lanes: lanesOf(minutes),
    short: shortOf(minutes, speech),
    items: tellItems(minutes, speech),
    note: toldNote(minutes.note, speech),
    actions: actionsOf(minutes, speech),
    ...spokeOf(minutes, speech),
    links: linksOf(minutes, speech),
    files: filesOf(minutes, null, speech),
    amendments: minutes.amendments.map((one) => ({
      ref: one.ref,
      text: tellAmendment(minutes, one, speech),
    })),
    seal: sealOf(minutes, speech),
  }
}
