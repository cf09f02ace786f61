/** What a count from files is asked for, as it is typed. */
import { parseArgs } from 'node:util'
import { UsageError } from '#kernel/start-error.ts'
import type { AtLeast } from '../rules/at-least.ts'
import { type Cast, METHOD_NAMES } from '../rules/methods.ts'
import { drawLot, type Lot, paperOrder } from '../rules/ties.ts'
import type { Scale } from '../rules/sheets.ts'
import type { Reading } from './election-file.ts'

export type Asked = Reading & {
  tie: string
  /** Candidates by index, not checked yet against those of a file. */
  none: number | null
  groups: AtLeast[]
  json: boolean
  transcript: boolean
  explain: boolean
  publish: boolean
}

const OPTIONS = {
  method: { type: 'string', default: 'scottish-stv' },
  seats: { type: 'string' },
  tie: { type: 'string', default: 'order' },
  scale: { type: 'string' },
  together: { type: 'string' },
  none: { type: 'string' },
  least: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  transcript: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  publish: { type: 'boolean', default: false },
} as const

/** `order`, `lot:SEED`, `none`, or numbers of candidates in the order of the lot: `3,1,2`. */
export function lotFor({ candidates, tie }: Pick<Cast, 'candidates' | 'tie'>, rule: string): Lot {
  const order = tie ?? paperOrder(candidates.length)
  if (rule === 'none') return null
  if (rule === 'order') return order
  if (rule.startsWith('lot:')) return drawLot(rule.slice('lot:'.length), candidates.length)
  return [...new Set([...rule.split(',').map((one) => Number(one) - 1), ...order])]
}

/** `--tie` as it may be typed; throws a UsageError. */
export function checkTie(tie: string): string {
  if (!/^(none|order|lot:.+|\d+(,\d+)*)$/.test(tie))
    throw new UsageError('--tie is order, none, lot:SEED, or numbers of candidates: 3,1,2')
  return tie
}

/** `--method` as it may be typed; throws a UsageError. */
export function checkMethod(method: string): string {
  if (METHOD_NAMES.includes(method)) return method
  throw new UsageError(`There is no method "${method}". Methods: ${METHOD_NAMES.join(', ')}`)
}

/** The language that a terminal asks for: `es_ES.UTF-8` is "es-ES.UTF-8". */
export const languageOf = ({ LANG = '' }: NodeJS.ProcessEnv) => LANG.replace('_', '-')

function wholeOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const whole = Number(text)
  if (Number.isInteger(whole) && whole >= 1 && whole <= 100_000) return whole
  throw new UsageError(`--${name} is a whole number from 1 to 100,000`)
}

function scaleOf(text: string): Scale {
  const found = /^(-?\d+)-(-?\d+)$/.exec(text)
  const [least, most] = [Number(found?.[1]), Number(found?.[2])]
  if (found && least < most && most - least <= 1000) return { least, most }
  throw new UsageError('--scale is from the least to the most: 0-5')
}

function groupOf(text: string): AtLeast {
  const found = /^(\d+):(\d+(?:,\d+)*)$/.exec(text)
  if (!found) throw new UsageError('--least is how many of which candidates: 2:1,4,7')
  return { least: Number(found[1]), of: (found[2] ?? '').split(',').map((one) => Number(one) - 1) }
}

/** Reads what was typed; throws a UsageError that says how it goes. */
export function readAsked(args: string[]): { files: string[]; asked: Asked } {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: OPTIONS,
  })
  if (files.length === 0) throw new UsageError('Name at least one file of ballots.')
  const together = wholeOf('together', values.together)
  if (values.method === 'dots' && together === null)
    throw new UsageError('--together says how many dots each has to lay: --together 8')
  const seats = wholeOf('seats', values.seats)
  const none = wholeOf('none', values.none)
  const { json, transcript, explain, publish } = values
  const asked: Asked = {
    method: checkMethod(values.method),
    tie: checkTie(values.tie),
    scale: scaleOf(values.scale ?? `0-${together ?? 5}`),
    together,
    marked: values.scale !== undefined,
    none: none === null ? null : none - 1,
    groups: (values.least ?? []).map(groupOf),
    json,
    transcript,
    explain,
    publish,
    ...(seats === null ? {} : { seats }),
  }
  return { files, asked }
}
