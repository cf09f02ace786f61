/** How to pay: amount, reference, account, and the code that banking apps read. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { PayCode } from '#web/kit/PayCode.tsx'
import { useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { CircleId, readPaying } from '../api.ts'
import { AccountForm } from './AccountForm.tsx'
import { amountOf } from './quantity.ts'
import styles from './standing.module.css'
import type { Circle } from './useStanding.ts'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Paying circle={circle.data} /> : <Navigate to="/circles" />
}

function Paying({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [sum, setSum] = useState('')
  const amount = sum === '' ? null : amountOf('EUR', sum)
  const { data, error } = useRead(readPaying, {
    params: { circle },
    query: amount ? { minor: amount.amount } : {},
  })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/paying` }} />
  return (
    <main id="main" className="page">
      <header className="page-head">
        <title>{t`How to pay`}</title>
        <h1>
          <Trans>How to pay</Trans>
        </h1>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="split">
          <div className="stack">
            <Account paying={data} />
            <Owed paying={data} />
            {data.keeps && (
              <AccountForm key={data.account?.iban ?? ''} circle={circle} account={data.account} />
            )}
          </div>
          <div className="stack">
            {data.code && <PayCode code={data.code} />}
            <Field
              label={t`Another amount, in euros`}
              value={sum}
              onChange={setSum}
              mistake={sum !== '' && !amount ? t`An amount as 12.50.` : undefined}
            />
          </div>
        </div>
      )}
    </main>
  )
}

type Shown = Output<typeof readPaying>

function Account({ paying: data }: { paying: Shown }) {
  if (!data.account)
    return (
      <p className="empty">
        <Trans>
          <bdi>{data.circle}</bdi> has not said yet to which account one pays. Ask its treasurer or
          a steward.
        </Trans>
      </p>
    )
  return (
    <>
      <p className={styles['told']}>
        <Trans>
          Pay as at any shop, by transfer. The reference says that it is yours; with it the payment
          finds its place by itself.
        </Trans>
      </p>
      <dl className={styles['pay']}>
        <dt>
          <Trans>To</Trans>
        </dt>
        <dd>
          <bdi>{data.account.name}</bdi>
        </dd>
        <dt>
          <Trans>Account (IBAN)</Trans>
        </dt>
        <dd className="num">{data.account.iban}</dd>
        <dt>
          <Trans>Your reference</Trans>
        </dt>
        <dd className="num">{data.reference}</dd>
        {data.amount && (
          <>
            <dt>
              <Trans>Amount</Trans>
            </dt>
            <dd className="num">{data.amount}</dd>
          </>
        )}
      </dl>
    </>
  )
}

function Owed({ paying: data }: { paying: Shown }) {
  return (
    <section className="place" aria-labelledby="owed-h">
      <h2 id="owed-h">
        <Trans>What is owed in money</Trans>
      </h2>
      {data.owes.length === 0 && (
        <p className="empty">
          <Trans>Nothing. What you give anyway waits for the next period.</Trans>
        </p>
      )}
      <ul className="rows">
        {data.owes.map(({ text, why }) => (
          <li key={`${text} ${why}`}>
            <b className="num">{text}</b>
            <span className="hint">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
