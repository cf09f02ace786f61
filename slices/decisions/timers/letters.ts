/**
 * Letters about a decision: its opening to those on the roll, a reminder to those who have not voted,
 * the result, a changed text to those who supported the one before, an objection to the stewards, and
 * the day on which it is asked again. Sent by a job, each to each person once.
 */
import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { idOf } from '#kernel/ids.ts'
import type { Letter } from '#kernel/mail.ts'
import type { Job } from '#kernel/slice.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf, stewardsOf } from '#slices/circles/index.ts'
import { type Person, personOf } from '#slices/people/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Outcome } from '../rules/count/published.ts'
import { advisersOf } from '../store/advice.ts'
import { decisionOf, textOf } from '../store/decisions.ts'
import { keepersOf, takeLetter, votersOf } from '../store/letters.ts'
import { supportersOf } from '../store/support.ts'
import type { Decision, DecisionId } from '../store/tables.ts'
import { linksFor } from './letter-links.ts'
import { LETTERS, RESULTS } from './letter-words.ts'

export type About = keyof typeof LETTERS
const isAbout = (text: string): text is About => Object.hasOwn(LETTERS, text)

/** Letters that carry links to ballots. */
const OPENS: ReadonlySet<About> = new Set([
  'opened',
  'remind',
  'by-link',
  'phone',
  'extended',
  'option-withdrawn',
  'mandated',
])

export const LETTERS_JOB = 'decisions.letters'
const Wanted = z.object({
  decision: idOf('dcn', 'a decision'),
  about: z.string().refine(isAbout),
  /** What makes it another letter of the same kind: the number of a text, an objection. */
  which: z.string(),
  /** To whom it goes, where what it is about does not say that. */
  to: z.array(idOf('per', 'a person')).optional(),
})

/** Lets letters be written once the transaction commits. */
export function writeLetters(
  hall: Hall,
  tx: Transaction,
  {
    which = '',
    ...wanted
  }: { decision: DecisionId; about: About; which?: string; to?: PersonId[] },
): Promise<void> {
  return hall.jobs.send(LETTERS_JOB, { ...wanted, which }, { tx })
}

function addressees(
  hall: Hall,
  decision: Decision,
  { about, which }: { about: About; which: string },
  now: Instant,
): Promise<PersonId[]> {
  // Of the text before the one that is told of, which may have changed once more since.
  if (about === 'amended')
    return supportersOf(hall.db, decision.id, (Number(which) || decision.text) - 1)
  if (about === 'contest' || about === 'not-me') return stewardsOf(hall.db, decision.circle)
  if (about === 'review') return keepersOf(hall.db, decision)
  // By advice nobody is on a roll.
  if (decision.ruling?.kind.method.kind === 'advice') return advisersOf(hall.db, decision.id)
  return votersOf(hall.db, decision, { silent: about === 'remind', now })
}

type Said = {
  title: string
  circle: string
  link: string
  closes: Instant
  result: Outcome | null
  secret: boolean
}

type To = Person & { email: string }

function letter(to: To, about: About, { links, ...said }: Said & { links: string }): Letter {
  const locale = to.locale ?? 'en'
  const words = wordsIn(locale)
  const until = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: to.zone ?? 'UTC',
  }).format(new Date(said.closes))
  const result = said.result ? words.say(RESULTS[said.result]) : ''
  const { title, circle, link } = said
  const values = { title, circle, link, until, result, zone: to.zone ?? 'UTC' }
  const { subject, text } = LETTERS[about === 'remind' && said.secret ? 'remindSecret' : about]
  return {
    to: { name: to.name, address: to.email },
    subject: words.say(subject, values),
    text: words.say(text, values) + links,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  }
}

async function writeAll(hall: Hall, data: Record<string, unknown>): Promise<void> {
  const { decision: id, about, which, to: named } = Wanted.parse(data)
  const now = hall.clock.now()
  const decision = await decisionOf(hall.db, id)
  // A reminder that comes late reminds nobody of what is over.
  if (!decision || (about === 'remind' && decision.state !== 'open')) return
  const [{ title }, circle] = await Promise.all([
    textOf(hall.db, decision),
    circleOf(hall.db, decision.circle),
  ])
  const said = {
    title,
    circle: circle?.name ?? '',
    link: `${hall.config.origin}/decisions/${id}`,
    closes: decision.closes_at ?? now,
    result: decision.result,
    secret: decision.ruling?.kind.secrecy === 'secret',
  }
  for (const person of named ?? (await addressees(hall, decision, { about, which }, now)))
    await hall.transact(async (tx) => {
      const to = await personOf(tx, person)
      const taken = await takeLetter(tx, { decision: id, person, about: `${about} ${which}` }, now)
      if (!taken || !to?.email) return
      const links = OPENS.has(about) ? await linksFor(hall, tx, { decision, to, about, now }) : ''
      await hall.mail.send(tx, letter({ ...to, email: to.email }, about, { ...said, links }))
    })
}

export const lettersJob: Job = { name: LETTERS_JOB, run: writeAll }
