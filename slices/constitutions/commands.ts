/** `moothall constitution check`: what the hall would say of a file before it is adopted. */
import { readFile as readText } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Command } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { wordsIn } from '#kernel/words.ts'
import { findingsIn, levelOf, namedIn } from './rules/document.ts'
import { type Place, readFile } from './rules/file.ts'
import { allSections } from './store/sections.ts'

type Line = { severity: 'error' | 'warning'; path: string; sentence: string; place: Place | null }

/** A file knows nothing of a hall: there is a steward, and nobody was counted. */
const UNKNOWN = { memberCount: 0, stewardCount: 1 }

function linesOf(text: string): Line[] {
  const { say } = wordsIn('en')
  const read = readFile(text, say)
  if ('errors' in read)
    return read.errors.map((error) => ({ ...error, severity: 'error', path: '' }))
  const sections = allSections()
  const level = levelOf(namedIn(sections, read.parts))
  return findingsIn(sections, read.parts, say, { ...UNKNOWN, level }).map(
    ({ severity, section, path, sentence }) => {
      const whole = path ? `${section}.${path}` : section
      return { severity, path: whole, sentence, place: read.placeOf(whole) }
    },
  )
}

function textOf(file: string, { severity, path, sentence, place }: Line): string {
  const where = place ? `${file}:${place.line}:${place.column}` : file
  return `${where}: ${severity}: ${path ? `${path}: ` : ''}${sentence}`
}

export const checkCommand: Command = {
  name: 'constitution check',
  usage: 'FILE [--json]',
  summary:
    'Says what is wrong with a constitution in a file (YAML or JSON), with paths, lines and columns; exit code 1 when it could not be adopted.',
  async run({ args, print }) {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new UsageError('Name one file.')
    const text = await readText(file, 'utf8').catch(() => {
      throw new StartError(`There is no file ${file} that can be read.`)
    })
    const lines = linesOf(text)
    const errors = lines.filter(({ severity }) => severity === 'error').length
    if (values.json) print(JSON.stringify({ file, errors, findings: lines }, null, 2))
    else {
      for (const line of lines) print(textOf(file, line))
      const warnings = lines.length - errors
      print(
        errors > 0
          ? `It cannot be adopted as it is: ${errors} to mend, ${warnings} to think about.`
          : `It could be adopted; ${warnings} to think about.`,
      )
    }
    return errors > 0 ? 1 : 0
  },
}
