/** Processes by which somebody may be put out: those that the reader sees, and how a steward begins one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { whoAmI } from '#slices/people/api/me.ts'
import { type Member, MemberChoice } from '#slices/circles/web/MemberChoice.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listExclusions, openExclusion } from '../api/leaving.ts'
import type { Membrane } from './WaysOutPage.tsx'

type Case = Output<typeof listExclusions>['exclusions'][number]
type Props = { membrane: Membrane; steward: boolean }

export function Cases({ membrane, steward }: Props) {
  const { i18n } = useLingui()
  const { data, error } = useRead(listExclusions, { params: { circle: membrane.id } })
  const cases = data?.exclusions ?? []
  const mayOpen = steward && membrane.exclusion
  if (cases.length === 0 && !mayOpen) return null
  return (
    <section className="place stack" aria-labelledby="cases-h">
      <h2 id="cases-h">
        <Trans>Being put out</Trans>
      </h2>
      <ProblemLine cause={error} />
      {cases.length > 0 && (
        <ul className="rows">
          {cases.map((one) => (
            <li key={one.id}>
              <div>
                <Link className="what" to="/exclusions/$exclusion" params={{ exclusion: one.id }}>
                  <bdi>{one.name}</bdi>
                </Link>
                <p className="hint">
                  <Trans>since {dayIn(one.opened, undefined, i18n.locale)}</Trans>
                </p>
              </div>
              <span className="tag">
                <CaseWord one={one} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayOpen && <Open circle={membrane.id} />}
    </section>
  )
}

export function CaseWord({ one }: { one: Pick<Case, 'outcome' | 'appeal' | 'appealOutcome'> }) {
  if (one.appealOutcome === 'lifted') return <Trans>lifted on appeal</Trans>
  if (one.outcome === 'stays') return <Trans>stays</Trans>
  if (one.outcome === null) return <Trans>open</Trans>
  return one.appeal && !one.appealOutcome ? <Trans>put out, appeals</Trans> : <Trans>put out</Trans>
}

function Open({ circle }: { circle: Membrane['id'] }) {
  const { t } = useLingui()
  const go = useNavigate()
  const [asks, setAsks] = useState(false)
  const [member, setMember] = useState<Member | null>(null)
  const [reason, setReason] = useState('')
  const me = useRead(whoAmI).data?.person?.id
  const open = useCall(openExclusion, { touches: [listExclusions] })
  function send(event: FormEvent) {
    event.preventDefault()
    if (!member) return
    open.mutate(
      { params: { circle }, body: { member: member.member, reason } },
      {
        onSuccess: ({ exclusion }) => go({ to: '/exclusions/$exclusion', params: { exclusion } }),
      },
    )
  }
  if (!asks)
    return (
      <div className="acts">
        <Button onPress={() => setAsks(true)}>
          <Trans>Propose that somebody is put out…</Trans>
        </Button>
      </div>
    )
  return (
    <form className="stack" onSubmit={send}>
      <MemberChoice
        circle={circle}
        label={t`Who is it about`}
        value={member}
        onChange={setMember}
        fits={(one) => one.member !== me}
      />
      <Field
        label={t`The reason`}
        hint={t`They read it at once, and have time to answer.`}
        lines={5}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <ProblemLine cause={open.error} />
      <div className="acts">
        <Button look="leave" type="submit" isDisabled={!member || open.isPending}>
          <Trans>Propose it</Trans>
        </Button>
        <Button look="quiet" onPress={() => setAsks(false)}>
          <Trans>Go back</Trans>
        </Button>
      </div>
    </form>
  )
}
