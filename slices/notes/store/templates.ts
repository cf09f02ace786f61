/** The built-in templates in words, and taking one. */
import type { MessageDescriptor } from '@lingui/core'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Words } from '#kernel/words.ts'
import { growInto } from '../rules/growing.ts'
import { blocksOf, type BuiltIn, copiedBlocks, type Line } from '../rules/templates.ts'
import type { NoteJson } from '../rules/tree.ts'
import { noteDocument } from './documents.ts'
import { writeAsHall } from './sections.ts'
import type { NoteId } from './tables.ts'

const m = {
  minutes: /*i18n*/ { id: 'notes.t.minutes', message: 'Minutes' },
  here: /*i18n*/ { id: 'notes.t.here', message: 'Who is here' },
  talked: /*i18n*/ { id: 'notes.t.talked', message: 'What we talked about' },
  decided: /*i18n*/ { id: 'notes.t.decided', message: 'What we decided' },
  who: /*i18n*/ { id: 'notes.t.who', message: 'Who does what by when' },
  nextTime: /*i18n*/ { id: 'notes.t.next', message: 'For next time' },
  decision: /*i18n*/ { id: 'notes.t.decision', message: 'Talk before a decision' },
  question: /*i18n*/ { id: 'notes.t.question', message: 'The question' },
  oneSentence: /*i18n*/ { id: 'notes.t.sentence', message: 'In one sentence that can be answered' },
  why: /*i18n*/ { id: 'notes.t.why', message: 'Why now, and who is concerned' },
  ways: /*i18n*/ { id: 'notes.t.ways', message: 'Ways we could go' },
  speaks: /*i18n*/ { id: 'notes.t.speaks', message: 'What speaks for and against each' },
  worries: /*i18n*/ { id: 'notes.t.worries', message: 'Worries, and what would answer them' },
  proposal: /*i18n*/ { id: 'notes.t.proposal', message: 'The proposal' },
  review: /*i18n*/ { id: 'notes.t.review', message: 'When we look at it again' },
  retrospective: /*i18n*/ { id: 'notes.t.retro', message: 'Looking back' },
  well: /*i18n*/ { id: 'notes.t.well', message: 'What went well' },
  hard: /*i18n*/ { id: 'notes.t.hard', message: 'What was hard' },
  learned: /*i18n*/ { id: 'notes.t.learned', message: 'What we learned' },
  thanks: /*i18n*/ { id: 'notes.t.thanks', message: 'Whom we thank' },
  change: /*i18n*/ { id: 'notes.t.change', message: 'What we change' },
} satisfies Record<string, MessageDescriptor>

const NONE: MessageDescriptor = { id: '', message: '' }

const LINES: Record<BuiltIn, Line<MessageDescriptor>[]> = {
  minutes: [
    ['h', m.here],
    ['p', NONE],
    ['h', m.talked],
    ['list', NONE],
    ['h', m.decided],
    ['list', NONE],
    ['h', m.who],
    ['task', NONE],
    ['h', m.nextTime],
    ['list', NONE],
  ],
  decision: [
    ['h', m.question],
    ['p', m.oneSentence],
    ['h', m.why],
    ['p', NONE],
    ['h', m.ways],
    ['list', m.speaks],
    ['h', m.worries],
    ['list', NONE],
    ['h', m.proposal],
    ['p', NONE],
    ['h', m.review],
    ['task', NONE],
  ],
  retrospective: [
    ['h', m.well],
    ['list', NONE],
    ['h', m.hard],
    ['list', NONE],
    ['h', m.learned],
    ['list', NONE],
    ['h', m.thanks],
    ['p', NONE],
    ['h', m.change],
    ['task', NONE],
  ],
}

/** What a built-in template is called. */
export function templateTitle(words: Words, name: BuiltIn): string {
  return words.say(m[name])
}

function builtIn(words: Words, name: BuiltIn): NoteJson[] {
  return blocksOf(LINES[name].map(([kind, what]) => [kind, what === NONE ? '' : words.say(what)]))
}

type Taking = { template: NoteId | BuiltIn; words: Words; by: string | null; now: Instant }

/** What stands in a template. */
export async function templateBlocks(
  db: Reader,
  template: NoteId | BuiltIn,
  words: Words,
): Promise<NoteJson[]> {
  return isNote(template)
    ? copiedBlocks(await noteDocument(db, template))
    : builtIn(words, template)
}

/** Copies a template to the end of a note. */
export async function takeTemplate(
  tx: Transaction,
  note: NoteId,
  { template, words, by, now }: Taking,
): Promise<void> {
  const blocks = await templateBlocks(tx, template, words)
  await writeAsHall(tx, note, (doc) => growInto(doc, blocks, 'end'), { how: 'template', now, by })
}

function isNote(template: NoteId | BuiltIn): template is NoteId {
  return template.startsWith('not_')
}
