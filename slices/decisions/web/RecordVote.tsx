/** Recording a vote that somebody gave by phone: a facilitator or steward writes it down, the voter is told. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { MemberId } from '../api/shapes.ts'
import { readRoll } from '../api/reading.ts'
import { recordByPhone } from '../api/voting.ts'
import type { Vote } from '../rules/count/votes.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { type Decision, TOUCHES } from './useDecision.ts'
import { VoteEntry } from './VoteEntry.tsx'

type Props = { decision: Decision; onClose: () => void }

export function RecordVote({ decision, onClose }: Props) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [member, setMember] = useState('')
  const [vote, setVote] = useState<Vote | null>(null)
  const [said, setSaid] = useState('')
  const [heard, setHeard] = useState('')
  const query = { votes: 'true' as const, ...(words.trim() ? { words } : {}) }
  const { data } = useRead(readRoll, { params: { decision: decision.decision }, query })
  const record = useCall(recordByPhone, { touches: TOUCHES })
  const who = MemberId.safeParse(member)
  const lines = (data?.lines ?? []).filter(({ mine }) => !mine)
  return (
    <Sheet
      title={t`Record a vote given by phone`}
      act={t`Record it`}
      busy={record.isPending || !vote || !who.success}
      problem={record.error}
      onClose={onClose}
      onAct={() =>
        vote &&
        who.success &&
        record.mutate(
          {
            params: { decision: decision.decision },
            body: { member: who.data, vote, said, heard },
          },
          { onSuccess: onClose },
        )
      }
    >
      {(data?.on ?? 0) > 20 && <Field label={t`Find by name`} value={words} onChange={setWords} />}
      <Select
        label={t`Whose vote`}
        value={member}
        onChange={setMember}
        choices={[
          { value: '', label: t`Choose…` },
          ...lines.map((line) => ({ value: line.member, label: line.name })),
        ]}
      />
      {decision.kind && (
        <VoteEntry
          legend={t`What they said`}
          method={decision.kind.method}
          options={decision.text.options.map((option) => option.name)}
          onVote={setVote}
        />
      )}
      <Field label={t`Their reason, if they gave one`} value={said} onChange={setSaid} lines={2} />
      <Field
        label={t`How and when they said it`}
        hint={t`Such as: called at noon, read back to them.`}
        value={heard}
        onChange={setHeard}
        isRequired
      />
      <p className="hint">
        <Trans>
          They are told by mail at once and may change it until the close. That you recorded it
          stands beside the ballot for ever.
        </Trans>
      </p>
    </Sheet>
  )
}
