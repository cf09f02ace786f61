/** Asking another member in writing to vote for me. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { PersonId } from '#slices/people/api/shapes.ts'
import { type Member, MemberChoice } from '#slices/circles/web/MemberChoice.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { giveProxy, listProxies } from '../api/proxies.ts'
import { type Decision, TOUCHES } from './useDecision.ts'

export function GiveProxy({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useLingui()
  const [holder, setHolder] = useState<Member | null>(null)
  const [scope, setScope] = useState('one')
  const [until, setUntil] = useState('')
  const [says, setSays] = useState('')
  const give = useCall(giveProxy, { touches: [...TOUCHES, listProxies] })
  const who = PersonId.safeParse(holder?.member)
  const isMe = (id: string) =>
    decision.mine.some(({ through, member }) => through === 'self' && member === id)
  function send() {
    if (!who.success) return
    const body =
      scope === 'one'
        ? { holder: who.data, decision: decision.decision, says }
        : { holder: who.data, until, says }
    give.mutate({ params: { circle: decision.circle.id }, body }, { onSuccess: onClose })
  }
  return (
    <Sheet
      title={t`Ask somebody to vote for you`}
      act={t`Give it`}
      busy={give.isPending || !who.success}
      problem={give.error}
      onClose={onClose}
      onAct={send}
    >
      <MemberChoice
        circle={decision.circle.id}
        label={t`Who votes for you`}
        value={holder}
        onChange={setHolder}
        fits={({ member }) => PersonId.safeParse(member).success && !isMe(member)}
      />
      <Select
        label={t`For what`}
        value={scope}
        onChange={setScope}
        choices={[
          { value: 'one', label: t`This decision` },
          { value: 'until', label: t`All decisions of the circle until a day` },
        ]}
      />
      {scope === 'until' && (
        <Field label={t`The last day`} type="date" value={until} onChange={setUntil} isRequired />
      )}
      <Field
        label={t`In your words`}
        hint={t`All on the roll read it: “I travel without a network and trust Joost in this.”`}
        lines={2}
        value={says}
        onChange={setSays}
        isRequired
      />
      <p className="hint">
        <Trans>
          You can take it back until the close. What was cast for you by then stays until you vote
          yourself.
        </Trans>
      </p>
    </Sheet>
  )
}
