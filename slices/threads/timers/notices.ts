/**
 * Notices of a comment, at once: to those who wish one of each, and to those whom it names. Written by
 * a job, one person after the other, so that a hall that falls in between goes on where it was.
 */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { idOf } from '#kernel/ids.ts'
import type { Job } from '#kernel/slice.ts'
import { circleOf } from '#slices/circles/index.ts'
import { namesOf, type PersonId, personOf, shownName } from '#slices/people/index.ts'
import { noticeFor } from '../rules/notices.ts'
import { hasRead, UNREAD } from '../rules/reading.ts'
import { isGone } from '../rules/thread.ts'
import { commentOf } from '../store/comments.ts'
import { choicesIn, insideOf } from '../store/following.ts'
import { takeNotice } from '../store/letters.ts'
import { readingsOf } from '../store/reading.ts'
import { stopWord } from '../store/stopping.ts'
import type { Comment, Thread } from '../store/tables.ts'
import { threadOf } from '../store/threads.ts'
import { noticeLetter } from './letter-texts.ts'

export const TELL_JOB = 'threads.tell'
const Wanted = z.object({
  comment: idOf('com', 'a comment'),
  named: z.array(z.string()),
  /** Its words were changed: only whom they name now hears of it. */
  anew: z.boolean(),
})

/** Lets notices of a comment be written once the transaction commits. */
export async function tellOf(hall: Hall, tx: Transaction, comment: Comment, anew = false) {
  const data = { comment: comment.id, named: comment.mentions, anew }
  await hall.jobs.send(TELL_JOB, data, { tx })
}

type About = {
  comment: Comment
  thread: Thread
  circle: string
  author: string
  quoted: string | null
}

async function writeTo(hall: Hall, person: PersonId, about: About, named: boolean): Promise<void> {
  const { comment, thread } = about
  await hall.transact(async (tx) => {
    const to = await personOf(tx, person)
    const notice = { comment: comment.id, person }
    if (!to?.email || !(await takeNotice(tx, notice, hall.clock.now()))) return
    const stop = await stopWord(tx, { person, what: thread.id })
    const { origin } = hall.config
    const reader = { ...to, email: to.email }
    await hall.mail.send(tx, noticeLetter(reader, { ...about, named, stop, origin }))
  })
}

async function tell(hall: Hall, data: Record<string, unknown>): Promise<void> {
  const { comment: id, named, anew } = Wanted.parse(data)
  const { db } = hall
  const comment = await commentOf(db, id)
  const thread = comment && (await threadOf(db, comment.thread))
  if (!comment || !thread || isGone(comment)) return
  const answered = comment.answers === null ? undefined : await commentOf(db, comment.answers)
  const [names, circle, inside, choiceFor, readings] = await Promise.all([
    namesOf(db, [comment.who]),
    circleOf(db, thread.circle),
    insideOf(db, thread.circle),
    choicesIn(db, thread),
    readingsOf(db, thread.id),
  ])
  const name = names.get(comment.who)
  const about = {
    comment,
    thread,
    circle: circle?.name ?? '',
    author: name ? shownName(name) : '',
    quoted: answered && !isGone(answered) ? answered.text : null,
  }
  for (const person of inside) {
    const isNamed = named.includes(person)
    const isNow = noticeFor(choiceFor(person), isNamed) === 'now' && (isNamed || !anew)
    const isRead = hasRead(readings.get(person) ?? UNREAD, comment.number)
    if (isNow && !isRead && person !== comment.who) await writeTo(hall, person, about, isNamed)
  }
}

export const tellJob: Job = { name: TELL_JOB, run: tell }
