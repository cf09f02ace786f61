/** Payments that nobody could place: one member is chosen, or they are put aside. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { listPayments, listStandings, placePayment } from '../api.ts'
import { type Circle, type Member, TOUCHES } from './useStanding.ts'
import { Day } from './words.tsx'

type Payment = Output<typeof listPayments>['payments'][number]

export function Undecided({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const { data } = useRead(listPayments, { params: { circle } })
  const [searching, setSearching] = useState<Payment | null>(null)
  const place = useCall(placePayment, { touches: TOUCHES })
  if (!data) return null
  const put = (payment: Payment, member: Member | null) =>
    place.mutate({ params: { circle, payment: payment.id }, body: { member } })
  return (
    <section className="place" aria-labelledby="payments-h">
      <h2 id="payments-h">
        <Trans>Payments to be placed</Trans>{' '}
        <span className="tally num">{data.payments.length}</span>
      </h2>
      <ProblemLine cause={place.error} />
      {data.payments.length === 0 && (
        <p className="empty">
          <Trans>None. Payments of a statement without a known reference stand here.</Trans>
        </p>
      )}
      <ul className="rows">
        {data.payments.map((payment) => (
          <li key={payment.id}>
            <div>
              <p>
                <b className="num">{payment.text}</b>, <Day day={payment.day} />,{' '}
                <bdi>{payment.name}</bdi>
              </p>
              <p className="hint">{payment.said}</p>
            </div>
            <span className="acts">
              {payment.proposed.map(({ member, name }) => (
                <Button key={member} small onPress={() => put(payment, member)}>
                  <Trans>From {name}</Trans>
                </Button>
              ))}
              <Button
                small
                look="quiet"
                aria-label={t`Look for the member: ${payment.text}, ${payment.name}`}
                onPress={() => setSearching(payment)}
              >
                <Trans>Look for the member</Trans>
              </Button>
              <Button
                small
                look="quiet"
                aria-label={t`Put aside: ${payment.text}, ${payment.name}`}
                onPress={() => put(payment, null)}
              >
                <Trans>Put aside</Trans>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {searching && (
        <FindSheet
          circle={circle}
          onFound={(member) => {
            put(searching, member)
            setSearching(null)
          }}
          onClose={() => setSearching(null)}
        />
      )}
    </section>
  )
}

type Finding = { circle: Circle; onFound: (member: Member) => void; onClose: () => void }

function FindSheet({ circle, onFound, onClose }: Finding) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const query = { words }
  const { data, error } = useRead(listStandings, { params: { circle }, query }, words.length > 1)
  return (
    <Sheet title={t`Whose payment is it?`} onClose={onClose} problem={error}>
      <Field label={t`A part of the name`} value={words} onChange={setWords} autoFocus />
      <ul className="rows">
        {data?.members.slice(0, 8).map(({ member, name }) => (
          <li key={member}>
            <bdi>{name}</bdi>
            <Button small aria-label={t`It is from ${name}`} onPress={() => onFound(member)}>
              <Trans>It is theirs</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
