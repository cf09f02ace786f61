/** My own roles, now and before, and the handover notes that go with them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { myRoles } from '../api/roles.ts'
import { ReadSheet, WriteSheet } from './Handover.tsx'
import styles from './roles.module.css'
import { TermDays } from './words.tsx'

export type Mine = Output<typeof myRoles>['terms'][number]

export function Page() {
  const { t } = useLingui()
  const { data, error } = useRead(myRoles)
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: '/me/roles' }} />
  const now = data?.terms.filter(({ ended }) => ended === null) ?? []
  const before = data?.terms.filter(({ ended }) => ended !== null) ?? []
  return (
    <main id="main" className="page">
      <title>{t`My roles`}</title>
      <header className="page-head">
        <h1>
          <Trans>My roles</Trans>
        </h1>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="split">
          <section className="place" aria-labelledby="now-h">
            <h2 id="now-h">
              <Trans>Now</Trans>
            </h2>
            <List terms={now} />
            {now.length === 0 && (
              <Empty>
                <Trans>
                  You hold no role now. On the page of a circle you can say which you would like to
                  hold.
                </Trans>
              </Empty>
            )}
          </section>
          <section className="place" aria-labelledby="before-h">
            <h2 id="before-h">
              <Trans>Before</Trans>
            </h2>
            <List terms={before} />
            {before.length === 0 && (
              <p className="hint">
                <Trans>Nothing yet.</Trans>
              </p>
            )}
          </section>
        </div>
      )}
    </main>
  )
}

function List({ terms }: { terms: readonly Mine[] }) {
  return (
    <ul className="rows">
      {terms.map((term) => (
        <Row key={term.term} term={term} />
      ))}
    </ul>
  )
}

function Row({ term }: { term: Mine }) {
  const [sheet, setSheet] = useState<'write' | 'read' | null>(null)
  const close = () => setSheet(null)
  return (
    <li>
      <div>
        <bdi className="what">{term.title}</bdi>
        <p className="hint">
          <Link to="/circles/$circle/roles" params={{ circle: term.circle }}>
            <bdi>{term.circleName}</bdi>
          </Link>
          , <TermDays term={term} />
        </p>
      </div>
      <div className={styles['acts']}>
        {term.toRead && (
          <Button small onPress={() => setSheet('read')}>
            <Trans>Read the handover note</Trans>
          </Button>
        )}
        <Button small look="quiet" onPress={() => setSheet('write')}>
          {term.handoverWritten ? (
            <Trans>My handover note</Trans>
          ) : (
            <Trans>Write a handover note</Trans>
          )}
        </Button>
      </div>
      {sheet === 'write' && <WriteSheet term={term} onClose={close} />}
      {sheet === 'read' && term.toRead && (
        <ReadSheet circle={term.circle} id={term.toRead} onClose={close} />
      )}
    </li>
  )
}
