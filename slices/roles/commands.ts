/** `moothall draw`: draws a published lot again, from its file alone, offline. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Command } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { localeFor, wordsIn } from '#kernel/words.ts'
import { DrawFile, type Flaw, redraw } from './rules/draw.ts'

const FITS = /*i18n*/ {
  id: 'roles.draw.fits',
  message: 'Drawn again, it comes to the same end. Drawn: {who}.',
}
const DIFFERS = /*i18n*/ { id: 'roles.draw.differs', message: 'This draw does not hold: {what}' }
const FLAWS: Record<Flaw, { id: string; message: string }> = {
  'not-over': /*i18n*/ {
    id: 'roles.draw.not-over',
    message: 'it is not over, so its secret is still sealed.',
  },
  secret: /*i18n*/ {
    id: 'roles.draw.secret',
    message: 'the secret is not the one that was sealed.',
  },
  drawn: /*i18n*/ {
    id: 'roles.draw.drawn',
    message: 'others are drawn than those who were named.',
  },
  'late-words': /*i18n*/ {
    id: 'roles.draw.late-words',
    message: 'words were added after the time was over.',
  },
  doubled: /*i18n*/ { id: 'roles.draw.doubled', message: 'somebody is in the pool twice.' },
}

function readDraw(file: string): DrawFile {
  try {
    return DrawFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      throw new StartError(`${file} can't be read (${String(cause.code)}).`)
    throw new StartError(`${file} is not the file of a draw: take it from the page of the draw.`)
  }
}

export const draw: Command = {
  name: 'draw',
  usage: 'FILE [--json]',
  summary: 'Draws a published lot again from its file; exit code 1 when it does not hold.',
  async run({ args, print }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [file] = positionals
    if (!file) throw new UsageError('Name the file of a draw.')
    const published = readDraw(file)
    const again = redraw(published)
    const words = wordsIn(localeFor((process.env['LANG'] ?? '').replace('_', '-')))
    const nameOf = (person: string) =>
      published.pool.find((one) => one.person === person)?.name ?? person
    const who = again.order.slice(0, published.seats).map(nameOf).join(', ')
    const what = again.differs.map((flaw) => words.say(FLAWS[flaw])).join(' ')
    if (values.json) print(JSON.stringify({ file, ...again }))
    else print(again.fits ? words.say(FITS, { who }) : words.say(DIFFERS, { what }))
    return again.fits ? 0 : 1
  },
}
