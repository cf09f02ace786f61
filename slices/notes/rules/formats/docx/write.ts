/** A note as docx: headings, lists, tasks as boxes, tables, links, pictures; who wrote it at the end. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import {
  type AuthoredNote,
  leave,
  type Left,
  type Part,
  type Picture,
  textOf,
} from '../authored.ts'
import { aboutTask } from '../markdown/tasks.ts'
import { sizeOf } from './sizes.ts'

type Writing = { left: Left; pictures: ReadonlyMap<string, Picture>; lists: number }
type Place = { list: 'bullet' | 'number' | null; level: number; instance: number; quoted: boolean }

const TOP: Place = { list: null, level: -1, instance: 0, quoted: false }
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

function runOf(part: Part): ParagraphChild {
  if (part.type === 'hardBreak') return new TextRun({ break: 1 })
  const marks = new Map((part.marks ?? []).map((mark) => [mark.type, mark]))
  const style = {
    text: textOf(part),
    bold: marks.has('bold'),
    italics: marks.has('italic'),
    strike: marks.has('strike'),
    ...(marks.has('code') ? { font: 'Courier New' } : {}),
  }
  const href = marks.get('link')?.attrs?.['href']
  if (typeof href !== 'string' || href.startsWith('/')) return new TextRun(style)
  return new ExternalHyperlink({
    link: href,
    children: [new TextRun({ ...style, style: 'Hyperlink' })],
  })
}

function paragraphOf(part: Part, place: Place, before = '', after = ''): Paragraph {
  const level = Number(part.attrs?.['level'] ?? 2)
  const list = place.list
    ? {
        numbering: {
          reference: place.list,
          level: Math.min(place.level, 8),
          instance: place.instance,
        },
      }
    : {}
  const heading = HEADINGS[level - 1]
  return new Paragraph({
    children: [
      ...(before ? [new TextRun(before)] : []),
      ...(part.content ?? []).map(runOf),
      ...(after ? [new TextRun(after)] : []),
    ],
    ...(part.type === 'heading' && heading ? { heading } : {}),
    ...list,
    ...(place.quoted || (!place.list && place.level >= 0)
      ? { indent: { left: 360 * (place.level + 2) } }
      : {}),
  })
}

function listOf(writing: Writing, part: Part, place: Place): FileChild[] {
  const list = part.type === 'orderedList' ? 'number' : 'bullet'
  writing.lists += 1
  const here: Place = { ...place, list, level: place.level + 1, instance: writing.lists }
  return (part.content ?? []).flatMap((item) => {
    const task = item.type === 'taskItem'
    if (task) leave(writing.left, 'tasks')
    const box = task ? (item.attrs?.['checked'] === true ? '☑ ' : '☐ ') : ''
    const [first, ...rest] = item.content ?? []
    return [
      ...(first ? [paragraphOf(first, here, box, task ? aboutTask(item.attrs) : '')] : []),
      ...rest.flatMap((inner) => blockOf(writing, inner, { ...here, list: null })),
    ]
  })
}

function tableOf(writing: Writing, part: Part): FileChild {
  const rows = (part.content ?? []).map(
    (row) =>
      new TableRow({
        children: (row.content ?? []).map(
          (cell) =>
            new TableCell({
              columnSpan: Number(cell.attrs?.['colspan'] ?? 1),
              rowSpan: Number(cell.attrs?.['rowspan'] ?? 1),
              children: (cell.content ?? []).flatMap((inner) =>
                inCell(blockOf(writing, inner, TOP)),
              ),
            }),
        ),
      }),
  )
  return new Table({ rows })
}

function inCell(blocks: readonly FileChild[]): Array<Paragraph | Table> {
  return blocks.filter((one) => one instanceof Paragraph || one instanceof Table)
}

function pictureOf({ left, pictures }: Writing, part: Part): Paragraph {
  const alt = String(part.attrs?.['alt'] ?? '')
  const picture = pictures.get(String(part.attrs?.['file']))
  const size = picture && sizeOf(picture.bytes)
  if (!picture || !size) {
    leave(left, 'pictures')
    return new Paragraph({ children: [new TextRun(`[${alt || '…'}]`)] })
  }
  const scale = Math.min(1, 560 / size.width)
  const transformation = {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  }
  const altText = { name: picture.name, title: '', description: alt }
  const image = { type: size.type, data: picture.bytes, transformation, altText }
  return new Paragraph({ children: [new ImageRun(image)] })
}

function blockOf(writing: Writing, part: Part, place: Place): FileChild[] {
  if (part.type === 'paragraph' || part.type === 'heading') return [paragraphOf(part, place)]
  if (part.type.endsWith('List')) return listOf(writing, part, place)
  if (part.type === 'table') return [tableOf(writing, part)]
  if (part.type === 'picture') return [pictureOf(writing, part)]
  if (part.type === 'horizontalRule') return [new Paragraph({ thematicBreak: true })]
  if (part.type === 'codeBlock')
    return textOf(part)
      .split('\n')
      .map((text) => new Paragraph({ children: [new TextRun({ text, font: 'Courier New' })] }))
  const quoted = { ...place, quoted: true }
  return (part.content ?? []).flatMap((inner) => blockOf(writing, inner, quoted))
}

const LEVELS = Array.from({ length: 9 }, (_, level) => level)

function numbering() {
  const style = (level: number) => ({
    paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } },
  })
  const bullet = LEVELS.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: style(level),
  }))
  const number = LEVELS.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: style(level),
  }))
  return {
    config: [
      { reference: 'bullet', levels: bullet },
      { reference: 'number', levels: number },
    ],
  }
}

/** The bytes of the file; `by` is the line that names the authors. */
export async function writeDocx(note: AuthoredNote, by: string): Promise<Uint8Array> {
  const { title, authors, doc, left } = note
  const pictures = new Map(note.pictures.map((picture) => [picture.file, picture]))
  const writing: Writing = { left, pictures, lists: 0 }
  if (authors.length > 0) leave(left, 'authors', authors.length)
  const children: FileChild[] = [
    ...(title ? [new Paragraph({ text: title, heading: HeadingLevel.TITLE })] : []),
    ...(doc.content ?? []).flatMap((part) => blockOf(writing, part, TOP)),
    ...(by ? [new Paragraph({ children: [new TextRun({ text: by, italics: true })] })] : []),
  ]
  const document = new Document({ title, numbering: numbering(), sections: [{ children }] })
  return new Uint8Array(await Packer.toBuffer(document))
}
