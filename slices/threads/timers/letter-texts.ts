/** The letters about threads, each in the language of its reader. */
import type { Letter } from '#kernel/mail.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { type Name, type Person, shownName } from '#slices/people/index.ts'
import { digestId, threadingOf } from '../rules/mail-ids.ts'
import type { Round } from '../rules/notices.ts'
import { firstWords } from '../store/sources.ts'
import type { Comment, Thread } from '../store/tables.ts'
import { say } from './letter-words.ts'

type Reader = Person & { email: string }

const hostOf = (origin: string) => new URL(origin).hostname
const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** RFC 8058: one click stops it, and a look at the address does not. */
function stopping(origin: string, stop: string) {
  const address = `${origin}/threads/stop/${stop}`
  return {
    address,
    headers: {
      'List-Unsubscribe': `<${address}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

function letterTo(
  to: Reader,
  { subject, lines, headers }: { subject: string; lines: string[]; headers: Letter['headers'] },
): Letter {
  return {
    to: { name: to.name, address: to.email },
    subject,
    text: lines.join('\n\n'),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': to.locale ?? 'en',
      ...headers,
    },
  }
}

export type Notice = {
  comment: Comment
  thread: Thread
  circle: string
  author: string
  /** What it answers. */
  quoted: string | null
  named: boolean
  stop: string
  origin: string
}

export function noticeLetter(to: Reader, notice: Notice): Letter {
  const { comment, thread, circle, author, origin } = notice
  const words: Words = wordsIn(to.locale ?? 'en')
  const { address, headers } = stopping(origin, notice.stop)
  const link = `${origin}/threads/${thread.id}#${comment.id}`
  const values = { author, circle, title: thread.title, link, address }
  const host = hostOf(origin)
  return letterTo(to, {
    subject: words.say(say.subject, values),
    lines: [
      words.say(notice.named ? say.named : say.said, values),
      ...(notice.quoted ? [quoted(firstWords(notice.quoted))] : []),
      comment.text,
      words.say(say.answer, values),
      words.say(say.stop, values),
    ],
    headers: {
      ...headers,
      ...threadingOf(comment, host),
      'List-Id': `<${thread.circle.replace('_', '-')}.threads.${host}>`,
    },
  })
}

const SHOWN = 5
const WORDS = 240

export type Digest = {
  kind: Round
  day: string
  threads: { id: string; title: string; circle: string; comments: readonly Comment[] }[]
  names: ReadonlyMap<string, Name>
  stop: string
  origin: string
}

function threadLines(
  { id, title, circle, comments }: Digest['threads'][number],
  { names, origin }: Digest,
  words: Words,
): string[] {
  const count = comments.length
  const first = comments[0]?.id ?? ''
  const told = comments.slice(0, SHOWN).map(({ who, text }) => {
    const name = names.get(who)
    return `${name ? shownName(name) : ''}: ${firstWords(text.replaceAll(/\s+/g, ' '), WORDS)}`
  })
  const more = count - told.length
  return [
    words.say(say.heading, { title, circle, count }),
    ...told,
    ...(more > 0 ? [words.say(say.more, { more })] : []),
    `${origin}/threads/${id}#${first}`,
  ]
}

export function digestLetter(to: Reader & { id: string }, digest: Digest): Letter {
  const { kind, day, threads, origin } = digest
  const words = wordsIn(to.locale ?? 'en')
  const { address, headers } = stopping(origin, digest.stop)
  const comments = threads.reduce((sum, one) => sum + one.comments.length, 0)
  const values = { comments, threads: threads.length, address }
  return letterTo(to, {
    subject: words.say(kind === 'daily' ? say.daily : say.weekly, values),
    lines: [
      ...threads.flatMap((thread) => threadLines(thread, digest, words)),
      words.say(say.stopRound, values),
    ],
    headers: { ...headers, 'Message-ID': digestId({ kind, day, person: to.id }, hostOf(origin)) },
  })
}
