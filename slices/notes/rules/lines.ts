/** A note as lines, to compare two versions of it: one for each paragraph, heading, point, row. */
import { isInline, type Part, textOf } from './formats/authored.ts'

export const LINE_KINDS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'point',
  'number',
  'task',
  'done',
  'quote',
  'code',
  'row',
  'picture',
  'rule',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** What happened to a line or to words in it between two versions. */
export const CHANGES = ['same', 'added', 'removed', 'changed'] as const
export type Change = (typeof CHANGES)[number]

export type Owned = { text: string; by: number | null }
export type Line = { kind: LineKind; depth: number; runs: Owned[] }

type Place = { kind: LineKind; depth: number }

function runsOf(parts: readonly Part[]): Owned[] {
  return parts.flatMap((part) => {
    const text = textOf(part)
    return text ? [{ text, by: part.by ?? null }] : []
  })
}

function rowRuns(row: Part): Owned[] {
  return (row.content ?? []).flatMap((cell, place) => [
    ...(place > 0 ? [{ text: ' | ', by: null }] : []),
    ...(cell.content ?? []).flatMap((block) => runsOf(inlineIn(block))),
  ])
}

function inlineIn(part: Part): Part[] {
  return isInline(part) ? [part] : (part.content ?? []).flatMap(inlineIn)
}

const HEADINGS: LineKind[] = ['heading1', 'heading2', 'heading3']

function itemPlace(list: Part, item: Part, depth: number): Place {
  if (item.type === 'taskItem') return { kind: item.attrs?.['checked'] ? 'done' : 'task', depth }
  return { kind: list.type === 'orderedList' ? 'number' : 'point', depth }
}

function blockLines(part: Part, { kind, depth }: Place): Line[] {
  const content = part.content ?? []
  if (part.type === 'paragraph') return [{ kind, depth, runs: runsOf(content) }]
  if (part.type === 'heading') {
    const level = HEADINGS[Number(part.attrs?.['level'] ?? 2) - 1] ?? 'heading2'
    return [{ kind: level, depth, runs: runsOf(content) }]
  }
  if (part.type === 'codeBlock') return [{ kind: 'code', depth, runs: runsOf(content) }]
  if (part.type === 'horizontalRule') return [{ kind: 'rule', depth, runs: [] }]
  if (part.type === 'picture') {
    const text = String(part.attrs?.['alt'] ?? '')
    return [{ kind: 'picture', depth, runs: [{ text, by: part.by ?? null }] }]
  }
  if (part.type === 'table')
    return content.map((row) => ({ kind: 'row' as const, depth, runs: rowRuns(row) }))
  if (part.type === 'blockquote')
    return content.flatMap((block) => blockLines(block, { kind: 'quote', depth: depth + 1 }))
  return content.flatMap((item) =>
    (item.content ?? []).flatMap((block, place) => {
      const first = itemPlace(part, item, depth + 1)
      return blockLines(block, place === 0 ? first : { kind: 'paragraph', depth: depth + 1 })
    }),
  )
}

/** The lines of these blocks, in the order of the text. */
export function linesOf(parts: readonly Part[]): Line[] {
  return parts.flatMap((part) => blockLines(part, { kind: 'paragraph', depth: 0 }))
}

export function lineText({ runs }: Line): string {
  return runs.map(({ text }) => text).join('')
}
