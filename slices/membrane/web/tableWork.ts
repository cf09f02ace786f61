/** Sending a table, and hearing line by line what the hall says of it. */
import { z } from 'zod'
import { addressOf } from '#kernel/operation.ts'
import { importMembers } from '../api/importing.ts'
import { type Column, marked } from '../rules/import.ts'

export const COLUMNS = ['name', 'email', 'class', 'from'] as const
const WHY = [
  'no-name',
  'name-long',
  'bad-email',
  'doubled',
  'bad-day',
  'no-class',
  'broken',
] as const

export const Looked = z.object({
  count: z.int(),
  mistakeCount: z.int(),
  encoding: z.string(),
  header: z.array(z.string()),
  mapping: z.partialRecord(z.enum(COLUMNS), z.string()),
  rows: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      email: z.string().nullable(),
      class: z.string().nullable(),
      from: z.string().nullable(),
    }),
  ),
  mistakes: z.array(
    z.object({
      line: z.int(),
      column: z.enum(COLUMNS).nullable(),
      why: z.enum(WHY),
      value: z.string(),
    }),
  ),
})
export const Far = z.object({
  of: z.int(),
  done: z.int().optional(),
  end: z.boolean().optional(),
  made: z.int(),
  joined: z.int(),
  already: z.int(),
  putOut: z.int(),
})
export type Looked = z.infer<typeof Looked>
export type Far = z.infer<typeof Far>
export type Mistake = Looked['mistakes'][number]
export type Mapped = Partial<Record<Column, string>>

type Sending = { circle: string; file: File; run: boolean; mapping: Mapped | null }

/** Sends the file; each line of the answer is heard as it comes. Answers the refusal, or nothing. */
export async function sendTable(
  { circle, file, run, mapping }: Sending,
  heard: (line: unknown) => void,
): Promise<string> {
  const address = addressOf(importMembers, { circle }, { run, ...mapping })
  const headers = { 'content-type': 'text/csv' }
  const answer = await fetch(address, { method: 'POST', body: file, headers })
  if (!answer.ok) return z.object({ title: z.string() }).parse(await answer.json()).title
  let rest = ''
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    const lines = (rest + piece.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) heard(JSON.parse(line))
  }
  return ''
}

/** The mistakes as a table, in which no cell is a formula. */
export function mistakesFile(mistakes: readonly (Mistake & { says: string })[]): string {
  const cell = (value: string) => `"${marked(value).replaceAll('"', '""')}"`
  const rows = mistakes.map(({ line, column, says, value }) =>
    [String(line), column ?? '', says, value].map(cell).join(','),
  )
  return `\ufeff${['line', 'column', 'why', 'value'].join(',')}\r\n${rows.join('\r\n')}\r\n`
}
