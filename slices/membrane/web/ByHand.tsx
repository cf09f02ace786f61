/** For stewards: somebody died, a member co-op was dissolved; for thirty days a mistake is taken back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { readCircle } from '#slices/circles/api.ts'
import { listMembers } from '#slices/circles/api/members.ts'
import { type Member, MemberChoice } from '#slices/circles/web/MemberChoice.tsx'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readMembrane } from '../api.ts'
import { endByHand, listEndings, takeEndingBack } from '../api/leaving.ts'
import type { Membrane } from './WaysOutPage.tsx'

const touches = [listEndings, listMembers, readCircle, readMembrane]

export function ByHand({ circle }: { circle: Membrane['id'] }) {
  const { t } = useLingui()
  const [member, setMember] = useState<Member | null>(null)
  const end = useCall(endByHand, { touches })
  function send(event: FormEvent) {
    event.preventDefault()
    if (!member) return
    const why = member.kind === 'circle' ? ('dissolved' as const) : ('died' as const)
    const params = { circle, member: member.member }
    end.mutate({ params, body: { why } }, { onSuccess: () => setMember(null) })
  }
  return (
    <section className="place stack" aria-labelledby="by-hand-h">
      <h2 id="by-hand-h">
        <Trans>Death, or the end of a co-op</Trans>
      </h2>
      <form className="stack" onSubmit={send}>
        <p>
          <Trans>
            The membership ends today, with its roles and voices. What they gave stays acknowledged.
          </Trans>
        </p>
        <MemberChoice circle={circle} label={t`Who`} value={member} onChange={setMember} />
        <ProblemLine cause={end.error} />
        <div className="acts">
          <Button type="submit" isDisabled={!member || end.isPending}>
            {member?.kind === 'circle' ? (
              <Trans>Write down that it was dissolved</Trans>
            ) : (
              <Trans>Write down that they died</Trans>
            )}
          </Button>
        </div>
      </form>
      <Lately circle={circle} />
    </section>
  )
}

function Lately({ circle }: { circle: Membrane['id'] }) {
  const { t, i18n } = useLingui()
  const { data } = useRead(listEndings, { params: { circle } })
  const back = useCall(takeEndingBack, { touches })
  if (!data || data.endings.length === 0) return null
  return (
    <>
      <ul className="rows">
        {data.endings.map(({ member, name, why, at }) => (
          <li key={member}>
            <div>
              <bdi className="what">{name}</bdi>{' '}
              {why === 'died' ? <Trans>died</Trans> : <Trans>was dissolved</Trans>}
              <p className="hint">{dayIn(at, undefined, i18n.locale)}</p>
            </div>
            <Button
              small
              look="quiet"
              aria-label={t`That was a mistake: ${name}`}
              onPress={() => back.mutate({ params: { circle, member } })}
            >
              <Trans>That was a mistake</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <ProblemLine cause={back.error} />
    </>
  )
}
