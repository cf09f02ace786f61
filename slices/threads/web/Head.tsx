/** The head of a thread: its circle, its title, who began it, from what, with what was said there. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import type { Thread } from './useThread.ts'
import { Moment, useCalled, WordsOf } from './words.tsx'
import styles from './threads.module.css'

const SHOWN = 3

type Source = NonNullable<Thread['source']>

/** What was said before: the first of it, the rest when it is asked for. */
export function Quotes({ quotes }: Pick<Source, 'quotes'>) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? quotes : quotes.slice(0, SHOWN)
  const more = quotes.length - shown.length
  return (
    <>
      {shown.map(({ who, text, at, href }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a quote is known by its place only
        <blockquote key={place} className={styles['quote']}>
          {text ? <WordsOf text={text} /> : <Trans>(erased with its author)</Trans>}
          {(who || at) && (
            <footer className="hint">
              {who && <bdi>{who}</bdi>}
              {who && at && ', '}
              {at &&
                (href ? (
                  <a href={href}>
                    <Moment at={at} />
                  </a>
                ) : (
                  <Moment at={at} />
                ))}
            </footer>
          )}
        </blockquote>
      ))}
      {more > 0 && (
        <Button small look="quiet" onPress={() => setWhole(true)}>
          <Plural value={more} one="One more" other="# more" />
        </Button>
      )}
    </>
  )
}

function From({ source }: { source: Source }) {
  const { t } = useLingui()
  return (
    <section className={styles['from']} aria-label={t`What was said before`}>
      <p>
        <Trans>
          Goes on from{' '}
          <a href={source.href}>
            <bdi>{source.title}</bdi>
          </a>
        </Trans>
      </p>
      <Quotes quotes={source.quotes} />
    </section>
  )
}

export function Head({ thread }: { thread: Thread }) {
  const called = useCalled()
  const { title, circle, by, madeAt, comments, source, splitFrom, locked } = thread
  return (
    <header className="page-head">
      <p>
        <Link to="/circles/$circle" params={{ circle: circle.id }}>
          <bdi>{circle.name}</bdi>
        </Link>
        {' · '}
        <Link to="/circles/$circle/threads" params={{ circle: circle.id }}>
          <Trans>All threads</Trans>
        </Link>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p className="hint">
        <Trans>
          <bdi>{called(by)}</bdi> began it, <Moment at={madeAt} />
        </Trans>
        {' · '}
        <Plural value={comments} one="One comment" other="# comments" />
        {splitFrom && (
          <>
            {' · '}
            <Trans>
              split from{' '}
              <Link to="/threads/$thread" params={{ thread: splitFrom.id }}>
                <bdi>{splitFrom.title}</bdi>
              </Link>
            </Trans>
          </>
        )}
      </p>
      {locked && (
        <p className={styles['locked']}>
          <span className="tag straw">
            <Trans>Locked</Trans>
          </span>{' '}
          {locked.why}{' '}
          <span className="hint">
            {locked.by && <bdi>{locked.by}</bdi>}, <Moment at={locked.at} />
          </span>
        </p>
      )}
      {source && <From source={source} />}
    </header>
  )
}
