/**
 * Letters about a poll: that it is asked, or open again, to all inside; a reminder to those who have not
 * answered; to whoever asked that it is closed; to those who answered what came of it, or that it was
 * withdrawn. Not to who wishes no letters about the polls of the circle. Sent by a job, each to each
 * person once. Of a gathering that is called from it, gatherings write.
 */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { idOf } from '#kernel/ids.ts'
import type { Letter } from '#kernel/mail.ts'
import type { Job } from '#kernel/slice.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf } from '#slices/circles/index.ts'
import { namesOf, type Person, type PersonId, personOf, shownName } from '#slices/people/index.ts'
import { addresseesOf, takeLetter, wishesMail } from '../store/letters.ts'
import { pollOf } from '../store/polls.ts'
import type { Poll, PollId } from '../store/tables.ts'
import { LETTERS, MUTE } from './letter-words.ts'

export type About = keyof typeof LETTERS
const isAbout = (text: string): text is About => Object.hasOwn(LETTERS, text)

export const LETTERS_JOB = 'polls.letters'
const Wanted = z.object({
  poll: idOf('pll', 'a poll'),
  about: z.string().refine(isAbout),
  /** What makes it another letter of the same kind: how often its close was moved. */
  which: z.string(),
  /** Who did it, and need not be told. */
  but: z.string().nullable(),
})

/** Lets letters be written once the transaction commits. */
export function writeLetters(
  hall: Hall,
  tx: Transaction,
  {
    which = '',
    but = null,
    ...wanted
  }: { poll: PollId; about: About; which?: string; but?: PersonId | null },
): Promise<void> {
  return hall.jobs.send(LETTERS_JOB, { ...wanted, which, but }, { tx })
}

async function addressees({ db }: Hall, poll: Poll, about: About): Promise<PersonId[]> {
  if (about === 'closed')
    return (await wishesMail(db, poll.circle, poll.made_by)) ? [poll.made_by] : []
  if (about === 'remind') return addresseesOf(db, poll, 'silent')
  return addresseesOf(db, poll, about === 'asked' || about === 'reopened' ? 'all' : 'answered')
}

type Said = { poll: Poll; circle: string; by: string; origin: string }

function letter(to: Person & { email: string }, about: About, said: Said): Letter {
  const { poll, circle, by, origin } = said
  const locale = to.locale ?? 'en'
  const words = wordsIn(locale)
  const zone = to.zone ?? poll.zone ?? 'UTC'
  const until = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(poll.closes_at))
  const { title, form, summary, why } = poll
  const link = `${origin}/polls/${poll.id}`
  const list = `${origin}/circles/${poll.circle}/polls`
  const values = { title, form, summary, why, circle, by, until, zone, link, words: poll.words }
  const { subject, text } = LETTERS[about]
  const said1 = words.say(text, values).replaceAll(/\n{3,}/g, '\n\n')
  return {
    to: { name: to.name, address: to.email },
    subject: words.say(subject, values),
    text: `${said1}\n\n${words.say(MUTE, { circle, list })}`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  }
}

/** What comes too late says nothing any more. */
function isStale(poll: Poll, about: About): boolean {
  const open = poll.closed_at === null && poll.withdrawn_at === null
  return !open && (about === 'asked' || about === 'reopened' || about === 'remind')
}

async function writeAll(hall: Hall, data: Record<string, unknown>): Promise<void> {
  const { poll: id, about, which, but } = Wanted.parse(data)
  const poll = await pollOf(hall.db, id)
  if (!poll || isStale(poll, about)) return
  const [circle, names] = await Promise.all([
    circleOf(hall.db, poll.circle),
    namesOf(hall.db, [poll.made_by]),
  ])
  const asker = names.get(poll.made_by)
  const by = asker ? shownName(asker) : ''
  const said = { poll, circle: circle?.name ?? '', by, origin: hall.config.origin }
  for (const person of await addressees(hall, poll, about)) {
    if (person === but) continue
    await hall.transact(async (tx) => {
      const to = await personOf(tx, person)
      const one = { poll: id, person, about: `${about} ${which}`.trim() }
      if (!to?.email || !(await takeLetter(tx, one, hall.clock.now()))) return
      await hall.mail.send(tx, letter({ ...to, email: to.email }, about, said))
    })
  }
}

export const lettersJob: Job = { name: LETTERS_JOB, run: writeAll }
