/** `moothall recount`: computes a published count again, from the publication alone, offline. */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isRefusal } from '#kernel/change.ts'
import type { Command, Given } from '#kernel/slice.ts'
import { UsageError } from '#kernel/start-error.ts'
import { localeFor, type Words, wordsIn } from '#kernel/words.ts'
import { explainVerdict } from '../rules/explaining.ts'
import { nearVerdict, tellNearVerdict } from '../rules/near-verdict.ts'
import { pictureOfVerdict } from '../rules/picture.ts'
import { Published as Decision } from '../rules/count/published.ts'
import { Publication, recount as countAgain } from '../rules/publication.ts'
import { QuestionPublication, rejudge, verdictIn } from '../rules/question-publication.ts'
import { rulesFrom } from '../rules/question-rules.ts'
import { redrawSample, Sampling } from '../rules/sample.ts'
import { languageOf } from './asked.ts'
import { readPublished } from './publications-file.ts'
import { decideAgain } from './recount-decision.ts'
import { sayRefusal } from './refusals.ts'
import { saySentence } from './tally.ts'

const Published = z.discriminatedUnion('moothall', [
  Publication,
  QuestionPublication,
  Sampling,
  Decision,
])

const SAID = {
  fits: /*i18n*/ {
    id: 'decisions.recount.fits',
    message: 'Counted again, every step is the same. Elected: {who}.',
  },
  differs: /*i18n*/ {
    id: 'decisions.recount.differs',
    message:
      'It does not fit; what was published differs in: {what}. Counted here, elected: {who}.',
  },
  passes: /*i18n*/ {
    id: 'decisions.recount.passes',
    message:
      'Judged again, every check is the same. {passed, select, yes {It passes.} other {It does not pass.}}',
  },
  misjudged: /*i18n*/ {
    id: 'decisions.recount.misjudged',
    message:
      'It does not fit; what was published differs in: {what}. Judged here: {passed, select, yes {it passes.} other {it does not pass.}}',
  },
  drawn: /*i18n*/ {
    id: 'decisions.recount.drawn',
    message: 'Drawn again, it comes to the same. Drawn: {who}.',
  },
  misdrawn: /*i18n*/ {
    id: 'decisions.recount.misdrawn',
    message: 'It does not fit. Drawn here: {who}.',
  },
}

type Again = { fits: boolean; line: string; json: object }

function countElection(publication: Publication, words: Words): Again {
  const again = countAgain(publication)
  const { candidates, fingerprint } = publication
  if (isRefusal(again)) {
    const said = sayRefusal(again, candidates, words)
    return { fits: false, line: said, json: { ...again, said } }
  }
  const who = again.elected.map((one) => candidates[one - 1]?.name).join(', ')
  const what = again.differs.join(', ')
  const line = words.say(again.fits ? SAID.fits : SAID.differs, { who, what })
  return { fits: again.fits, line, json: { ...again, fingerprint } }
}

/** How it was judged, and a change that would have changed it; of levels no change is looked for. */
function explainedQuestion(published: QuestionPublication, words: Words): string[] {
  const verdict = verdictIn(published)
  const near = published.levels ? null : nearVerdict(published.colleges, rulesFrom(published.rules))
  const change = near ? [tellNearVerdict(near)] : []
  return [...explainVerdict(verdict), ...change].map((one) => saySentence(one, words))
}

function redo(published: z.output<typeof Published>, words: Words): Again {
  switch (published.moothall) {
    case 'question/1': {
      const judged = rejudge(published)
      const values = { passed: judged.passed ? 'yes' : 'no', what: judged.differs.join(', ') }
      const said = words.say(judged.fits ? SAID.passes : SAID.misjudged, values)
      const explained = explainedQuestion(published, words)
      const line = [said, ...explained.map((one) => `  ${one}`)].join('\n')
      const { fingerprint } = published
      const picture = pictureOfVerdict(verdictIn(published))
      return { fits: judged.fits, line, json: { ...judged, fingerprint, explained, picture } }
    }
    case 'decision/1':
      return decideAgain(published, words)
    case 'sample/1': {
      const redrawn = redrawSample(published)
      const who = redrawn.drawn.join(', ')
      const line = words.say(redrawn.fits ? SAID.drawn : SAID.misdrawn, { who })
      return { fits: redrawn.fits, line, json: redrawn }
    }
    default:
      return countElection(published, words)
  }
}

/** Counts publications again; answers the exit code, and throws what says that they can't be read. */
export function recountFile(args: string[], print: Given['print'], language: string): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (!file) throw new UsageError('Name the file of a published count.')
  const words = wordsIn(localeFor(language))
  const all = readPublished(file, Published).map((one) => redo(one, words))
  for (const { line, json } of all) print(values.json ? JSON.stringify({ file, ...json }) : line)
  return all.every(({ fits }) => fits) ? 0 : 1
}

export const recount: Command = {
  name: 'recount',
  usage: 'FILE [--json]',
  summary:
    'Counts published decisions, counts, verdicts and samples again from their file alone; exit code 1 when a paper, a rule or a step was changed.',
  async run({ args, print }) {
    return recountFile(args, print, languageOf(process.env))
  },
}
