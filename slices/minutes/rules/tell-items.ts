/** The items of minutes in sentences: times in the margin, what was agreed, polls, what was said. */
import type { Minutes, MinutesItem, MinutesPoll, NoteBlock } from './document.ts'
import { phrases } from './phrases.ts'
import { listOf, minutesBetween, type Speech, timeOf } from './speech.ts'
import { nameFor, readable } from './tell-facts.ts'
import { filesOf } from './tell-files.ts'
import type { ToldItem, ToldPoll } from './told.ts'

function labelsOf({ kind, options }: MinutesPoll, { say }: Speech): string[] {
  if (kind === 'yes-no') return [say(phrases.yes), say(phrases.no), say(phrases.abstain)]
  return kind === 'scale' ? ['0', '1', '2', '3', '4', '5'] : options
}

/** A poll with its result. */
export function tellPoll(poll: MinutesPoll, speech: Speech): ToldPoll {
  const { question, anonymous, answers, counts, words } = poll
  const message = anonymous ? phrases.pollAnonymous : phrases.pollNamed
  const rows = labelsOf(poll, speech).map((label, place) => {
    const count = counts[place] ?? 0
    return { label, count, part: answers > 0 ? count / answers : 0 }
  })
  return {
    question,
    about: speech.say(message, { count: answers }),
    rows: poll.kind === 'words' ? [] : rows,
    words: words.map((word) => readable(word, speech)),
  }
}

/** A part of the notes as it reads. */
export function toldNote(blocks: readonly NoteBlock[] | undefined, speech: Speech) {
  return (blocks && blocks.length > 0 && speech.note?.(blocks, speech.pictureAt)) || null
}

function lengthsOf(item: MinutesItem, speech: Speech, file: boolean): string[] {
  const { say } = speech
  const planned = item.minutes > 0 ? [say(phrases.lengthPlanned, { minutes: item.minutes })] : []
  if (item.held) {
    const minutes = minutesBetween(item.held.from, item.held.till)
    return [say(phrases.lengthHeld, { minutes }), ...(minutes === item.minutes ? [] : planned)]
  }
  if (item.state === 'skipped') return [say(phrases.skipped)]
  return [say(file ? phrases.timeUnknown : phrases.notReached), ...planned]
}

function writtenAt(minutes: Minutes, item: string | null, speech: Speech) {
  const here = <T extends { item: string | null }>(all: readonly T[]) =>
    all.filter((one) => one.item === item)
  return {
    decisions: here(minutes.decisions).map(({ id, ref, text, decision = null }) => ({
      id,
      ref,
      text: readable(text, speech),
      decision,
    })),
    announcements: here(minutes.announcements).map(({ text, by, at }) => ({
      text: readable(text, speech),
      about: speech.say(phrases.announced, {
        name: nameFor(minutes, by, speech),
        time: timeOf(at, speech),
      }),
    })),
    polls: here(minutes.polls).map((poll) => tellPoll(poll, speech)),
  }
}

function tellItem(minutes: Minutes, item: MinutesItem, speech: Speech): ToldItem {
  const { id, number, kind, title, held, chatLines } = item
  const names = item.owners.map(({ name }) => name)
  return {
    id,
    number,
    kind,
    title: readable(title, speech),
    by: readable(listOf(names, speech), speech),
    time: held ? timeOf(held.from, speech) : '',
    lengths: lengthsOf(item, speech, minutes.source.kind === 'chat-file'),
    notes: readable(item.notes, speech),
    note: toldNote(item.note, speech),
    files: filesOf(minutes, id, speech),
    ...writtenAt(minutes, id, speech),
    chatLines,
    chat: speech.say(phrases.chatLines, { count: chatLines }),
  }
}

/** What was said and written outside of all items. */
function between(minutes: Minutes, speech: Speech): ToldItem | null {
  const inItems = minutes.items.reduce((sum, { chatLines }) => sum + chatLines, 0)
  const chatLines = Math.max(0, minutes.chat.lines - inItems)
  const written = writtenAt(minutes, null, speech)
  const anything =
    chatLines + written.decisions.length + written.announcements.length + written.polls.length
  if (anything === 0) return null
  const title = speech.say(minutes.items.length > 0 ? phrases.before : phrases.chatOnly)
  return {
    id: null,
    number: null,
    kind: 'between',
    title,
    by: '',
    time: '',
    lengths: [],
    notes: '',
    note: null,
    files: [],
    ...written,
    chatLines,
    chat: speech.say(phrases.chatLines, { count: chatLines }),
  }
}

/** All items in their order; before them what belongs to none. */
export function tellItems(minutes: Minutes, speech: Speech): ToldItem[] {
  const loose = between(minutes, speech)
  return [
    ...(loose ? [loose] : []),
    ...minutes.items.map((item) => tellItem(minutes, item, speech)),
  ]
}
