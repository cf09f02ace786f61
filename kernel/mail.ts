/**
 * Mail: handed to jobs in the transaction that gives rise to it, sent by nodemailer. With no SMTP
 * configured it stands in the outbox, which only stewards see; a secret in it (a code) is masked
 * there, and the body of such a mail expires.
 */
import { createTransport, type Transporter } from 'nodemailer'
import { z } from 'zod'
import { type Instant, MINUTE, plus } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import type { Hall } from './hall.ts'
import { newId } from './ids.ts'
import type { Jobs } from './jobs.ts'
import type { Job } from './slice.ts'

export const MAIL_JOB = 'mail'
const SECRET_MINUTES = 15

export const Letter = z.object({
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** A calendar part (RFC 6047): the method and the text of the object. */
  calendar: z
    .object({ method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH']), text: z.string() })
    .optional(),
  /** What must not be read in the outbox: masked there, and the body goes after a quarter of an hour. */
  secret: z.string().optional(),
})
export type Letter = z.infer<typeof Letter>

export type Mail = {
  /** Sends a letter if the transaction commits. */
  send(tx: Transaction, letter: Letter): Promise<void>
  /** Whether mails leave the house; false: they stand in the outbox. */
  leaves: boolean
  deliver(letter: Letter): Promise<void>
}

export type MailOptions = {
  smtpUrl: string | null
  from: string
  db: Reader
  jobs: Jobs
  now: () => Instant
}

export function createMail({ smtpUrl, from, db, jobs, now }: MailOptions): Mail {
  const post = smtpUrl ? createTransport(smtpUrl) : null
  return {
    leaves: post !== null,
    send: (tx, letter) =>
      post
        ? jobs.send(MAIL_JOB, { letter }, { tx, first: letter.secret !== undefined })
        : keepInOutbox(tx, letter, now()),
    deliver: (letter) => (post ? sendNow(post, from, letter) : keepInOutbox(db, letter, now())),
  }
}

async function sendNow(post: Transporter, from: string, letter: Letter): Promise<void> {
  const { to, subject, text, html, headers, calendar } = letter
  await post.sendMail({
    from,
    to: { name: to.name, address: to.address },
    subject,
    text,
    ...(html ? { html } : {}),
    ...(headers ? { headers } : {}),
    ...(calendar
      ? {
          icalEvent: { method: calendar.method, content: calendar.text, filename: 'gathering.ics' },
        }
      : {}),
  })
}

function masked(text: string, secret: string | undefined): string {
  return secret ? text.replaceAll(secret, '•'.repeat(secret.length)) : text
}

async function keepInOutbox(db: Reader | Transaction, letter: Letter, now: Instant): Promise<void> {
  const { to, subject, text, secret } = letter
  await db
    .insertInto('outbox')
    .values({
      id: newId('out', Date.parse(now)),
      at: now,
      recipient: to.address,
      subject: masked(subject, secret),
      body: text,
      secret: secret !== undefined,
      expires_at: secret === undefined ? null : plus(now, SECRET_MINUTES * MINUTE),
    })
    .execute()
}

/** Forgets the bodies of mails with a secret whose time is over. */
export async function forgetSecrets(tx: Transaction, now: Instant): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ body: null })
    .where('secret', '=', true)
    .where('expires_at', '<=', now)
    .execute()
}

export const mailJob: Job = {
  name: MAIL_JOB,
  run: async (hall: Hall, data) => hall.mail.deliver(Letter.parse(data['letter'])),
}
