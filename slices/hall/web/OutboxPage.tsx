/** The outbox: letters that no mail server took. Codes are masked until a steward shows one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import { dropLetter, readOutbox, showLetter } from '../api/stewards.ts'
import styles from './hall.module.css'

type Letter = Output<typeof readOutbox>['mails'][number]

export function Page() {
  const { t } = useLingui()
  const { data, error } = useRead(readOutbox)
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: '/outbox' }} />
  return (
    <main id="main" className="page">
      <title>{t`Outbox`}</title>
      <header className="page-head">
        <h1>
          <Trans>Outbox</Trans>
        </h1>
        <p className="hint">
          {data?.leaves ? (
            <Trans>A mail server is set; letters leave by themselves.</Trans>
          ) : (
            <Trans>
              No mail server is set (SMTP_URL), so letters stand here, and only stewards see them.
              Hand on what is needed. Whoever shows a code or a link is named in the record of the
              stewards.
            </Trans>
          )}
        </p>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data?.mails.length === 0 && (
        <Empty>
          <Trans>No letter waits.</Trans>
        </Empty>
      )}
      <ul className="rows">
        {data?.mails.map((letter) => (
          <One key={letter.id} letter={letter} />
        ))}
      </ul>
    </main>
  )
}

function One({ letter }: { letter: Letter }) {
  const { i18n, t } = useLingui()
  const { id, to, subject, at, body } = letter
  const [open, setOpen] = useState(false)
  const show = useCall(showLetter)
  const drop = useCall(dropLetter, { touches: [readOutbox] })
  const params = { mail: id }
  const text = show.data?.body ?? body
  return (
    <li>
      <div>
        <span className="what">{subject}</span>
        <p className="hint">
          <Trans>
            to <bdi>{to}</bdi>, {dayIn(at, undefined, i18n.locale)},{' '}
            {timeIn(at, undefined, i18n.locale)}
          </Trans>
        </p>
      </div>
      <div className="acts">
        <Button
          small
          aria-expanded={open}
          aria-label={open ? t`Close the letter to ${to}` : t`Read the letter to ${to}`}
          onPress={() => setOpen(!open)}
        >
          {open ? <Trans>Close</Trans> : <Trans>Read</Trans>}
        </Button>
        <Button
          small
          look="quiet"
          aria-label={t`Handed over: the letter to ${to}`}
          onPress={() => drop.mutate({ params })}
        >
          <Trans>Handed over</Trans>
        </Button>
      </div>
      <ProblemLine cause={show.error ?? drop.error} />
      {open && (
        <div className={`well stack ${styles['entry'] ?? ''}`}>
          {text === null ? (
            <p>
              <Trans>The text has expired.</Trans>
            </p>
          ) : (
            <pre className={styles['letter']}>{text}</pre>
          )}
          {text !== null && !show.data && (
            <div className="acts">
              <Button small onPress={() => show.mutate({ params })}>
                <Trans>Show what is masked</Trans>
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  )
}
