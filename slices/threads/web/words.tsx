/** Words of threads as they are shown: text with links, names and quotes; moments; choices of mail. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { linkify } from '#slices/notes/rules/formats/linkify.ts'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import { namesIn, type Person } from '../rules/mentions.ts'
import type { Mail } from '../rules/notices.ts'
import styles from './threads.module.css'

const isToday = (at: string): boolean => new Date(at).toDateString() === new Date().toDateString()

/** When something was said: the time today, else the day with the time. */
export function Moment({ at }: { at: string }) {
  const { i18n } = useLingui()
  const time = timeIn(at, undefined, i18n.locale)
  return (
    <time dateTime={at}>
      {isToday(at) ? time : `${dayIn(at, undefined, i18n.locale)}, ${time}`}
    </time>
  )
}

type Named = readonly Person[]

/** A piece of a line without links: with the names in it. */
function withNames(text: string, people: Named, me: string | null): ReactNode[] {
  const parts: ReactNode[] = []
  let done = 0
  for (const { from, till, id } of namesIn(text, people)) {
    if (from < done) continue
    parts.push(text.slice(done, from))
    parts.push(
      <b key={from} className={`${styles['named']} ${id === me ? styles['me'] : ''}`}>
        <bdi>{text.slice(from, till)}</bdi>
      </b>,
    )
    done = till
  }
  return [...parts, text.slice(done)]
}

function Inline({ text, people, me }: { text: string; people: Named; me: string | null }) {
  return linkify([{ type: 'text', text }]).map(({ text: piece = '', marks }, at) => {
    const href = marks?.find(({ type }) => type === 'link')?.attrs?.['href']
    return typeof href === 'string' ? (
      // oxlint-disable-next-line react/no-array-index-key -- a piece is known by its place only
      <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {piece}
      </a>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <span key={at}>{withNames(piece, people, me)}</span>
    )
  })
}

/** Runs of lines that are quoted (they begin with `>`) or not. */
function runsOf(text: string): { quoted: boolean; text: string }[] {
  const runs: { quoted: boolean; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = line.startsWith('>')
    const last = runs.at(-1)
    const bare = quoted ? line.replace(/^> ?/, '') : line
    if (last?.quoted === quoted) last.lines.push(bare)
    else runs.push({ quoted, lines: [bare] })
  }
  return runs
    .map(({ quoted, lines }) => ({ quoted, text: lines.join('\n').replaceAll(/^\n+|\n+$/g, '') }))
    .filter(({ text: words }) => words !== '')
}

const NOBODY: Named = []

/** What somebody wrote. */
export function WordsOf({
  text,
  people = NOBODY,
  me = null,
}: {
  text: string
  people?: Named
  me?: string | null
}) {
  return (
    <div className={styles['words']}>
      {runsOf(text).map(({ quoted, text: words }, at) =>
        quoted ? (
          // oxlint-disable-next-line react/no-array-index-key
          <blockquote key={at} dir="auto">
            <Inline text={words} people={people} me={me} />
          </blockquote>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <p key={at} dir="auto">
            <Inline text={words} people={people} me={me} />
          </p>
        ),
      )}
    </div>
  )
}

/** How one wishes mail, in words. */
export function useMailWords(): Record<Mail, string> {
  const { t } = useLingui()
  return {
    each: t`Each comment`,
    daily: t`A letter a day`,
    weekly: t`A letter a week`,
    none: t`No mail`,
  }
}

/** The name that is shown. */
export function useCalled(): (who: { name: string; former: boolean }) => string {
  const { t } = useLingui()
  return ({ name, former }) => (former ? t`a former member` : name)
}
