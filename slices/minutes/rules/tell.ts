/** Minutes told in a reader's language and zone (told.ts says what that is). */
import { MINUTE, msBetween } from '#kernel/clock.ts'
import { type Amendment, type Minutes, stateOf } from './document.ts'
import { phrases } from './phrases.ts'
import { clockLength, dayOf, listOf, shortDayOf, type Speech, timeOf } from './speech.ts'
import { factsOf, nameFor, readable } from './tell-facts.ts'
import { tellItems } from './tell-items.ts'
import type { Lane, Told } from './told.ts'

function lanesOf(minutes: Minutes): Told['lanes'] {
  const { items } = minutes
  const starts = items
    .flatMap(({ planned, held }) => [planned?.from, held?.from])
    .filter((at) => at !== undefined)
  const start = starts.toSorted()[0]
  if (!start || items.length < 2) return null
  const lane = (which: 'planned' | 'held'): Lane[] =>
    items.flatMap((item) => {
      const times = item[which]
      if (!times) return []
      const from = msBetween(start, times.from) / MINUTE
      const till = msBetween(start, times.till) / MINUTE
      return till > from ? [{ number: item.number, pause: item.kind === 'break', from, till }] : []
    })
  const [planned, held] = [lane('planned'), lane('held')]
  const ends = [...planned, ...held].map(({ till }) => till)
  return held.length > 0 && ends.length > 0 ? { planned, held, minutes: Math.max(...ends) } : null
}

function shortOf(minutes: Minutes, speech: Speech): Told['short'] {
  const decided = minutes.decisions.map(({ id, ref, text }) => ({
    ref,
    href: `#${id}`,
    text: readable(text, speech),
  }))
  const count = minutes.actions.length
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

function linksOf(minutes: Minutes, speech: Speech): Told['links'] {
  const titles = new Map(minutes.items.map(({ id, title }) => [id, title]))
  return minutes.links.map(({ address, who, at, item, times }) => {
    const values = {
      name: nameFor(minutes, who, speech),
      time: timeOf(at, speech),
      item: titles.get(item ?? '') ?? '',
    }
    const said = speech.say(values.item ? phrases.linkByIn : phrases.linkBy, values)
    return { address, said: times > 1 ? speech.say(phrases.linkTimes, { said, times }) : said }
  })
}

function tellAmendment(minutes: Minutes, amendment: Amendment, speech: Speech): string {
  const { target, id, by, at, before, after } = amendment
  const values = {
    before: before ?? '',
    after,
    name: nameFor(minutes, by, speech),
    day: shortDayOf(at, speech),
    number: minutes.items.find((item) => item.id === id)?.number ?? 0,
    ref: [...minutes.decisions, ...minutes.actions].find((one) => one.id === id)?.ref ?? '',
  }
  const message =
    target === 'line'
      ? phrases.amendedLine
      : target === 'item'
        ? before
          ? phrases.amendedItem
          : phrases.addedItem
        : phrases.amendedWritten
  return readable(speech.say(message, values), speech)
}

function sealOf(minutes: Minutes, speech: Speech): string[] {
  const { say } = speech
  const { approval, supersedes, record } = minutes
  const names = listOf(approval?.by.map(({ name }) => name) ?? [], speech)
  const state = approval
    ? say(phrases.approvedOn, { day: dayOf(approval.at, speech), names })
    : say(phrases.notApproved)
  const older = supersedes.map(({ sha256, at, why }) =>
    say(why === 'erased' ? phrases.superseded : phrases.resealed, {
      day: dayOf(at, speech),
      sha256,
    }),
  )
  return [
    readable(state, speech),
    ...older,
    ...(approval ? [`${say(phrases.head, { seq: record.seq })}: ${record.head}`] : []),
  ]
}

const STATE_WORDS = {
  draft: phrases.draft,
  amended: phrases.amended,
  approved: phrases.approved,
} as const

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
    actions: minutes.actions.map(({ id, ref, text, who, name, due }) => ({
      id,
      ref,
      what: readable(text, speech),
      who: who ? nameFor(minutes, who, speech) : readable(name ?? '', speech),
      by: due ? shortDayOf(`${due}T12:00:00.000Z`, { ...speech, zone: 'UTC' }) : '',
    })),
    ...spokeOf(minutes, speech),
    links: linksOf(minutes, speech),
    amendments: minutes.amendments.map((one) => ({
      ref: one.ref,
      text: tellAmendment(minutes, one, speech),
    })),
    seal: sealOf(minutes, speech),
  }
}
