/**
 * All that a note is made of, as extensions of the editor: named one by one, each with the shape of
 * the one schema. `structure.test.ts` holds them against it.
 */
import type { Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, OrderedList, TaskList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { link } from './links.ts'
import { asMark, asNode } from './specs.ts'
import { tables } from './tables.ts'
import { taskItem, type TaskWords } from './tasks.ts'
import { picture, type PictureWords } from './pictures.ts'

export type StructureWords = { task: TaskWords; picture: PictureWords }

/** The nodes and marks of a note, with their commands, keys and Markdown shortcuts. */
export function structure(words: StructureWords): Extensions {
  return [
    asNode('doc', Document),
    asNode('paragraph', Paragraph),
    asNode('heading', Heading.configure({ levels: [1, 2, 3] })),
    asNode('blockquote', Blockquote),
    asNode('codeBlock', CodeBlock),
    asNode('horizontalRule', HorizontalRule),
    asNode('text', Text),
    asNode('hardBreak', HardBreak),
    asNode('bulletList', BulletList),
    asNode('orderedList', OrderedList),
    asNode('listItem', ListItem),
    asNode('taskList', TaskList),
    taskItem(words.task),
    picture(words.picture),
    asNode('mention'),
    ...tables,
    link,
    asMark('bold', Bold),
    asMark('italic', Italic),
    asMark('strike', Strike),
    asMark('code', Code),
  ]
}
