/** What happened in a thread beside what was said, in one line each. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Happened } from './useThread.ts'
import { Moment } from './words.tsx'
import styles from './threads.module.css'

const textIn = (data: Happened['data'], key: string): string => {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}

function ToThread({ id, title }: { id: string; title: string }) {
  return (
    <Link to="/threads/$thread" params={{ thread: id }}>
      <bdi>{title}</bdi>
    </Link>
  )
}

function ToDecision({ data }: Pick<Happened, 'data'>) {
  return (
    <a href={`/decisions/${textIn(data, 'decision')}`}>
      <bdi>{textIn(data, 'title')}</bdi>
    </a>
  )
}

function ToPoll({ data }: Pick<Happened, 'data'>) {
  return (
    <a href={`/polls/${textIn(data, 'poll')}`}>
      <bdi>{textIn(data, 'title')}</bdi>
    </a>
  )
}

/** What was moved, and where. */
function Moved({ kind, data }: Happened) {
  const { t } = useLingui()
  const count = Number(data['count'] ?? 0)
  const other = t`another thread`
  if (kind === 'thread.merged')
    return (
      <Trans>
        All of this went on in <ToThread id={textIn(data, 'into')} title={other} />
      </Trans>
    )
  if (kind === 'thread.split')
    return (
      <Trans>
        <Plural value={count} one="One comment" other="# comments" /> went to{' '}
        <ToThread id={textIn(data, 'to')} title={textIn(data, 'title') || other} />
      </Trans>
    )
  return (
    <Trans>
      <Plural value={count} one="One comment" other="# comments" /> came here from{' '}
      <ToThread id={textIn(data, 'from')} title={textIn(data, 'title') || other} />
    </Trans>
  )
}

function Told(happened: Happened) {
  const { kind, data } = happened
  if (kind === 'thread.renamed')
    return (
      <Trans>
        It was called <bdi>{textIn(data, 'before')}</bdi> before
      </Trans>
    )
  if (kind === 'thread.summed') return <Trans>Said anew where we are now</Trans>
  if (kind === 'thread.locked') return <Trans>Locked: {textIn(data, 'why')}</Trans>
  if (kind === 'thread.unlocked') return <Trans>Opened again</Trans>
  if (kind === 'thread.proposed')
    return (
      <Trans>
        A proposal was made of it: <ToDecision data={data} />
      </Trans>
    )
  if (kind === 'thread.decided')
    return (
      <Trans>
        Decided: <ToDecision data={data} />
      </Trans>
    )
  if (kind === 'thread.polled')
    return (
      <Trans>
        A poll was asked out of it: <ToPoll data={data} />
      </Trans>
    )
  if (kind === 'thread.poll-ended')
    return (
      <Trans>
        The poll closed: <ToPoll data={data} />
      </Trans>
    )
  return <Moved {...happened} />
}

export function HappenedLine({ happened }: { happened: Happened }) {
  const { at, by } = happened
  return (
    <p className={styles['happened']}>
      <Told {...happened} />
      {' · '}
      {by && (
        <>
          <bdi>{by}</bdi>,{' '}
        </>
      )}
      <Moment at={at} />
    </p>
  )
}
