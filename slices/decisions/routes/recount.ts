/** `moothall recount`: computes a published count again, from the publication alone, offline. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isRefusal } from '#kernel/change.ts'
import type { Command, Given } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { localeFor, wordsIn } from '#kernel/words.ts'
import { Publication, recount as countAgain } from '../rules/publication.ts'
import { languageOf } from './asked.ts'
import { sayRefusal } from './refusals.ts'

/** A publication from its file; throws a StartError that says what is wrong. */
function readPublication(file: string): Publication {
  try {
    return Publication.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      throw new StartError(`${file} can't be read (${String(cause.code)}).`)
    throw new StartError(`${file} is not a published count: see moothall tally --publish.`)
  }
}

const FITS = /*i18n*/ {
  id: 'decisions.recount.fits',
  message: 'Counted again, every step is the same. Elected: {who}.',
}
const DIFFERS = /*i18n*/ {
  id: 'decisions.recount.differs',
  message: 'It does not fit; what was published differs in: {what}. Counted here, elected: {who}.',
}

/** Counts a publication again; answers the exit code, and throws what says that it can't be read. */
export function recountFile(args: string[], print: Given['print'], language: string): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (!file) throw new UsageError('Name the file of a published count.')
  const publication = readPublication(file)
  const words = wordsIn(localeFor(language))
  const again = countAgain(publication)
  if (isRefusal(again)) {
    const said = sayRefusal(again, publication.candidates, words)
    print(values.json ? JSON.stringify({ file, ...again, said }) : said)
    return 1
  }
  const who = again.elected.map((one) => publication.candidates[one - 1]?.name).join(', ')
  const what = again.differs.join(', ')
  if (values.json) print(JSON.stringify({ file, ...again, fingerprint: publication.fingerprint }))
  else print(words.say(again.fits ? FITS : DIFFERS, { who, what }))
  return again.fits ? 0 : 1
}

export const recount: Command = {
  name: 'recount',
  usage: 'FILE [--json]',
  summary:
    'Counts a published count again from its file alone; exit code 1 when a paper, a rule or a step was changed.',
  async run({ args, print }) {
    return recountFile(args, print, languageOf(process.env))
  },
}
