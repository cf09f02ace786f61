/** What is given first: what has come, what is lacking, and how to pay it. */
import { Trans } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { PayCode } from '#web/kit/PayCode.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readFirst } from '../api/first.ts'
import styles from './membrane.module.css'

type Props = { circle: `cir_${string}`; of: string }
type Paying = NonNullable<Output<typeof readFirst>['paying']>

export function First({ circle, of }: Props) {
  const { data } = useRead(readFirst, { params: { circle, class: of } })
  if (!data?.first) return null
  const { asked, given, lacks } = data.first
  return (
    <section className="well stack" aria-labelledby="first-h">
      <h2 id="first-h" className="label">
        <Trans>Given first: {asked}</Trans>
      </h2>
      <p role="status">
        {lacks ? (
          <Trans>
            {given} came so far; {lacks} are lacking.
          </Trans>
        ) : (
          <Trans>All of it has come.</Trans>
        )}
      </p>
      {data.paying && lacks && <Pay paying={data.paying} amount={lacks} />}
    </section>
  )
}

function Pay({ paying, amount }: { paying: Paying; amount: string }) {
  const { name, iban, reference, code } = paying
  return (
    <>
      <dl className={styles['answers']}>
        <div>
          <dt>
            <Trans>Amount</Trans>
          </dt>
          <dd className="num">{amount}</dd>
        </div>
        <div>
          <dt>
            <Trans>To the account of {name}</Trans>
          </dt>
          <dd className="num">{iban}</dd>
        </div>
        <div>
          <dt>
            <Trans>Reference, so that it is known as yours</Trans>
          </dt>
          <dd className="num">{reference}</dd>
        </div>
      </dl>
      {code && <PayCode code={code} />}
    </>
  )
}
