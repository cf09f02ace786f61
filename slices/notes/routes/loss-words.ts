/** What a file could not carry, in words. */
import type { MessageDescriptor } from '@lingui/core'
import type { Words } from '#kernel/words.ts'
import type { Left, Loss } from '../rules/formats/authored.ts'
import { LOSSES } from '../rules/formats/authored.ts'

const WORDS: Record<Loss, MessageDescriptor> = {
  authors: /*i18n*/ {
    id: 'notes.left.authors',
    message: 'Who wrote which words: this format does not say.',
  },
  chat: /*i18n*/ {
    id: 'notes.left.chat',
    message: 'The chat: give the gathering it belongs to, and it comes along.',
  },
  'chat-waits': /*i18n*/ {
    id: 'notes.left.chat-waits',
    message: 'The chat waits: it goes into the minutes when the gathering is over.',
  },
  'chat-closed': /*i18n*/ {
    id: 'notes.left.chat-closed',
    message: 'The chat: the minutes of the gathering are approved, and take nothing more.',
  },
  colours: /*i18n*/ { id: 'notes.left.colours', message: 'The colours of the authors.' },
  comments: /*i18n*/ { id: 'notes.left.comments', message: 'Comments beside the text.' },
  embeds: /*i18n*/ {
    id: 'notes.left.embeds',
    message: 'Things from other sites became links to them.',
  },
  footnotes: /*i18n*/ {
    id: 'notes.left.footnotes',
    message: 'Footnotes stand at the end of the text.',
  },
  'headings-deep': /*i18n*/ {
    id: 'notes.left.headings-deep',
    message: 'Headings below the third level became headings of the third.',
  },
  history: /*i18n*/ {
    id: 'notes.left.history',
    message: 'The older versions: some steps are missing in the file, the latest text is whole.',
  },
  indents: /*i18n*/ {
    id: 'notes.left.indents',
    message: 'Indented lines became points of a list.',
  },
  items: /*i18n*/ {
    id: 'notes.left.items',
    message: 'Which heading stands for which item of the running order.',
  },
  'link-texts': /*i18n*/ {
    id: 'notes.left.link-texts',
    message: 'Links with words: the address stands behind the words.',
  },
  marks: /*i18n*/ {
    id: 'notes.left.marks',
    message: 'Underlining, colours and sizes of letters; the words are there.',
  },
  mentions: /*i18n*/ {
    id: 'notes.left.mentions',
    message: 'Which person a mention points at; the name is there.',
  },
  next: /*i18n*/ {
    id: 'notes.left.next',
    message: 'What is set for next time, other than tasks.',
  },
  pictures: /*i18n*/ {
    id: 'notes.left.pictures',
    message: 'Some pictures; their words stand in their place.',
  },
  'pictures-far': /*i18n*/ {
    id: 'notes.left.pictures-far',
    message: 'Pictures that lie elsewhere became links to them.',
  },
  scripts: /*i18n*/ {
    id: 'notes.left.scripts',
    message: 'Scripts, frames and drawings in the page.',
  },
  spans: /*i18n*/ { id: 'notes.left.spans', message: 'Cells of a table that span several.' },
  'table-heads': /*i18n*/ {
    id: 'notes.left.table-heads',
    message: 'Tables without a head: their first row became it.',
  },
  tables: /*i18n*/ { id: 'notes.left.tables', message: 'Tables became lines with bars.' },
  tasks: /*i18n*/ { id: 'notes.left.tasks', message: 'Tasks became points with a box in front.' },
  'task-people': /*i18n*/ {
    id: 'notes.left.task-people',
    message: 'Whose a task is: the name stands there at most, not the person.',
  },
  tags: /*i18n*/ { id: 'notes.left.tags', message: 'Tags and slide marks.' },
  'too-deep': /*i18n*/ {
    id: 'notes.left.too-deep',
    message: 'Lists in very many lists became paragraphs.',
  },
  'unsafe-links': /*i18n*/ {
    id: 'notes.left.unsafe-links',
    message: 'Links that do not lead to the web or to a mail address became text.',
  },
}

/** What was left behind, with how often, in these words. */
export function saidLosses(left: Left, words: Words) {
  return LOSSES.flatMap((what) => {
    const count = left[what] ?? 0
    return count > 0 ? [{ what, count, words: words.say(WORDS[what]) }] : []
  })
}
