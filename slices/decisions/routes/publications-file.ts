/** Published decisions from files: one in a file, a list of them, or one on each line. */
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { StartError } from '#kernel/start-error.ts'

function parsed(text: string): unknown[] {
  try {
    const whole: unknown = JSON.parse(text)
    return Array.isArray(whole) ? whole : [whole]
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line): unknown => JSON.parse(line))
  }
}

/** The text of a file; throws a StartError that says what is wrong. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      throw new StartError(`${file} can't be read (${String(cause.code)}).`)
    throw cause
  }
}

/** What is published in a file, by its schema; throws a StartError that says what is wrong. */
export function readPublished<S extends z.ZodType>(file: string, schema: S): z.output<S>[] {
  const text = textOf(file)
  try {
    return parsed(text).map((one) => schema.parse(one))
  } catch {
    throw new StartError(`${file} is not a published count: see moothall tally --publish.`)
  }
}
