/**
 * What a note is made of: one ProseMirror schema for the server (which reads, renders, imports and
 * exports) and for the editor (whose extensions are held against it by a test).
 *
 * 1. A note is a row of blocks: paragraphs, headings, lists, tasks, quotes, code, tables, pictures,
 *    rules.
 * 2. A heading may stand for an item of a running order (`item`); what follows up to the next such
 *    heading belongs to that item.
 * 3. A task has an owner (a person by id and the name as it was written) and a day. A task, a point, a
 *    paragraph or a heading may be marked for next time.
 * 4. A picture is a file of the hall and has words for those who do not see it.
 * 5. The text lives in a Y.XmlFragment named `note`.
 */
import { type Attrs, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'

export const FIELD = 'note'

const cellAttrs = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } }

function cellSpan(attrs: Attrs): Record<string, string> {
  return {
    ...(attrs['colspan'] === 1 ? {} : { colspan: String(attrs['colspan']) }),
    ...(attrs['rowspan'] === 1 ? {} : { rowspan: String(attrs['rowspan']) }),
  }
}

function readSpan(cell: { getAttribute(name: string): string | null }) {
  return {
    colspan: Number(cell.getAttribute('colspan') ?? 1) || 1,
    rowspan: Number(cell.getAttribute('rowspan') ?? 1) || 1,
  }
}

const HEADINGS = [1, 2, 3]
/** Runs as its own words do, whatever the language of the page: marks and columns follow. */
const OWN_WAY = { dir: 'auto' }

/** Set for next time; stored only where it is. */
const nextAttr = { next: { default: null } }

function nextSaid({ next }: Attrs): Record<string, string> {
  return next === true || next === 'true' ? { 'data-next': 'true' } : {}
}

function readNext(node: { getAttribute(name: string): string | null }) {
  return { next: node.getAttribute('data-next') === 'true' ? true : null }
}

const texts: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    attrs: nextAttr,
    parseDOM: [{ tag: 'p', getAttrs: readNext }],
    toDOM: ({ attrs }) => ['p', nextSaid(attrs), 0],
  },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 2 }, item: { default: null }, ...nextAttr },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      getAttrs: (node) => ({
        level: Math.min(level, HEADINGS.length),
        item: node.getAttribute('data-item'),
        ...readNext(node),
      }),
    })),
    toDOM: ({ attrs }) => [
      `h${attrs['level']}`,
      { ...(attrs['item'] ? { 'data-item': attrs['item'] } : {}), ...nextSaid(attrs) },
      0,
    ],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', OWN_WAY, 0],
  },
  codeBlock: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: { language: { default: null } },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: ({ attrs }) => [
      'pre',
      attrs['language'] ? { 'data-language': attrs['language'] } : {},
      ['code', 0],
    ],
  },
  horizontalRule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  text: { group: 'inline' },
  hardBreak: {
    inline: true,
    group: 'inline',
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
}

const lists: Record<string, NodeSpec> = {
  bulletList: {
    content: 'listItem+',
    group: 'block list',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', OWN_WAY, 0],
  },
  orderedList: {
    content: 'listItem+',
    group: 'block list',
    attrs: { start: { default: 1 }, type: { default: null } },
    parseDOM: [
      { tag: 'ol', getAttrs: (node) => ({ start: Number(node.getAttribute('start') ?? 1) || 1 }) },
    ],
    toDOM: ({ attrs }) => [
      'ol',
      attrs['start'] === 1 ? OWN_WAY : { ...OWN_WAY, start: attrs['start'] },
      0,
    ],
  },
  listItem: {
    content: 'paragraph block*',
    defining: true,
    attrs: nextAttr,
    parseDOM: [{ tag: 'li', getAttrs: readNext }],
    toDOM: ({ attrs }) => ['li', nextSaid(attrs), 0],
  },
  taskList: {
    content: 'taskItem+',
    group: 'block list',
    parseDOM: [{ tag: 'ul[data-type="tasks"]', priority: 60 }],
    toDOM: () => ['ul', { ...OWN_WAY, 'data-type': 'tasks' }, 0],
  },
  taskItem: {
    content: 'paragraph block*',
    defining: true,
    attrs: {
      checked: { default: false },
      owner: { default: null },
      ownerName: { default: null },
      day: { default: null },
      next: { default: false },
    },
    parseDOM: [
      {
        tag: 'li[data-type="task"]',
        priority: 60,
        getAttrs: (node) => ({
          checked: node.getAttribute('data-checked') === 'true',
          owner: node.getAttribute('data-owner'),
          ownerName: node.getAttribute('data-owner-name'),
          day: node.getAttribute('data-day'),
          next: node.getAttribute('data-next') === 'true',
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'li',
      {
        'data-type': 'task',
        'data-checked': String(attrs['checked']),
        ...(attrs['owner'] ? { 'data-owner': attrs['owner'] } : {}),
        ...(attrs['ownerName'] ? { 'data-owner-name': attrs['ownerName'] } : {}),
        ...(attrs['day'] ? { 'data-day': attrs['day'] } : {}),
        ...(attrs['next'] ? { 'data-next': 'true' } : {}),
      },
      0,
    ],
  },
}

const things: Record<string, NodeSpec> = {
  picture: {
    group: 'block',
    draggable: true,
    attrs: { file: {}, alt: { default: '' }, width: { default: null }, height: { default: null } },
    parseDOM: [
      {
        tag: 'img[data-file]',
        getAttrs: (node) => ({
          file: node.getAttribute('data-file'),
          alt: node.getAttribute('alt') ?? '',
          width: Number(node.getAttribute('width')) || null,
          height: Number(node.getAttribute('height')) || null,
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'img',
      {
        'data-file': attrs['file'],
        src: `/files/${attrs['file']}`,
        alt: attrs['alt'],
        ...(attrs['width'] ? { width: attrs['width'], height: attrs['height'] } : {}),
      },
    ],
  },
  mention: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { who: { default: null }, name: {} },
    parseDOM: [
      {
        tag: 'span[data-mention]',
        getAttrs: (node) => ({
          who: node.getAttribute('data-mention') || null,
          name: node.textContent.replace(/^@/, ''),
        }),
      },
    ],
    toDOM: ({ attrs }) => ['span', { 'data-mention': attrs['who'] ?? '' }, `@${attrs['name']}`],
    leafText: ({ attrs }) => `@${attrs['name']}`,
  },
  table: {
    content: 'tableRow+',
    group: 'block',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', OWN_WAY, ['tbody', 0]],
  },
  tableRow: {
    content: '(tableCell | tableHeader)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  tableCell: {
    content: 'block+',
    tableRole: 'cell',
    isolating: true,
    attrs: cellAttrs,
    parseDOM: [{ tag: 'td', getAttrs: readSpan }],
    toDOM: ({ attrs }) => ['td', cellSpan(attrs), 0],
  },
  tableHeader: {
    content: 'block+',
    tableRole: 'header_cell',
    isolating: true,
    attrs: cellAttrs,
    parseDOM: [{ tag: 'th', getAttrs: readSpan }],
    toDOM: ({ attrs }) => ['th', cellSpan(attrs), 0],
  },
}

/** Only these may stand behind a link; anything else is text. */
const SAFE_LINK = /^(https?:|mailto:|\/(?!\/))/i

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (node) => {
          const href = node.getAttribute('href') ?? ''
          return SAFE_LINK.test(href) ? { href } : false
        },
      },
    ],
    toDOM: ({ attrs }) => ['a', { href: attrs['href'], rel: 'noopener noreferrer nofollow' }, 0],
  },
  bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  code: { excludes: '_', parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
}

export const schema = new Schema({ nodes: { ...texts, ...lists, ...things }, marks })
