/** Drafting the decision of a co-op that mandates its delegate. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { draftDecision, readKinds } from '../api/making.ts'
import { type readMandates, tieMandate } from '../api/mandates.ts'
import type { Vote } from '../rules/count/votes.ts'
import { choosesOptions } from '../rules/kinds/kind.ts'
import { type Decision, TOUCHES } from './useDecision.ts'
import { VoteEntry } from './VoteEntry.tsx'
import styles from './decisions.module.css'

type Props = {
  decision: Decision
  coops: Output<typeof readMandates>['coops']
  onClose: () => void
}

/** Drafts in the co-op and ties what was drafted; a draft that could not be tied is tied at the next try. */
function useAsking(decision: Decision) {
  const navigate = useNavigate()
  const [made, setMade] = useState<Decision['decision'] | null>(null)
  const draft = useCall(draftDecision, { touches: TOUCHES })
  const tie = useCall(tieMandate, { touches: TOUCHES })
  const tieTo = (own: Decision['decision'], passed: Vote, failed: Vote | null) =>
    tie.mutate(
      { params: { decision: own }, body: { decision: decision.decision, passed, failed } },
      {
        onSuccess: () => void navigate({ to: '/decisions/$decision', params: { decision: own } }),
      },
    )
  return {
    busy: draft.isPending || tie.isPending,
    problem: draft.error ?? tie.error,
    ask(
      circle: Props['coops'][number]['body'],
      body: { kind: string; title: string; question: string },
      [passed, failed]: [Vote, Vote | null],
    ) {
      if (made) return tieTo(made, passed, failed)
      draft.mutate(
        { params: { circle }, body },
        {
          onSuccess({ decision: own }) {
            setMade(own)
            tieTo(own, passed, failed)
          },
        },
      )
    },
  }
}

export function AskCoop({ decision, coops, onClose }: Props) {
  const { t } = useLingui()
  const { text, kind } = decision
  const [body, setBody] = useState(coops[0]?.body ?? null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [title, setTitle] = useState(t`Our vote: ${text.title}`.slice(0, 160))
  const [question, setQuestion] = useState(
    t`Does our delegate vote as told here in “${text.title}”?`,
  )
  const [passed, setPassed] = useState<Vote | null>(null)
  const [failed, setFailed] = useState<Vote | null>(null)
  const [both, setBoth] = useState(false)
  const { data } = useRead(readKinds, body ? { params: { circle: body } } : {}, body !== null)
  const asking = useAsking(decision)
  const kinds = (data?.kinds ?? []).filter(
    (one) => one.mayPropose && one.why === null && !choosesOptions(one.kind.method),
  )
  const key = chosen ?? kinds[0]?.kind.key ?? ''
  const ready = body !== null && key !== '' && passed !== null && (!both || failed !== null)
  const options = text.options.map(({ name }) => name)
  return (
    <Sheet
      title={t`Let my co-op decide on its vote`}
      act={t`Draft it`}
      busy={asking.busy || !ready}
      problem={asking.problem}
      onClose={onClose}
      onAct={() => {
        if (body && passed)
          asking.ask(body, { kind: key, title, question }, [passed, both ? failed : null])
      }}
    >
      {coops.length > 1 && (
        <Select
          label={t`Which co-op`}
          value={body ?? ''}
          onChange={(to) => setBody(coops.find((one) => one.body === to)?.body ?? null)}
          choices={coops.map((one) => ({ value: one.body, label: one.name }))}
        />
      )}
      {data && kinds.length === 0 && (
        <p role="alert">
          <Trans>
            By the rules of your co-op you cannot put a question to it. Ask one of its stewards.
          </Trans>
        </p>
      )}
      <Select
        label={t`Kind of decision there`}
        value={key}
        onChange={setChosen}
        choices={kinds.map((one) => ({ value: one.kind.key, label: one.kind.name }))}
      />
      <Field label={t`Title`} value={title} onChange={setTitle} isRequired />
      <Field label={t`The question`} lines={2} value={question} onChange={setQuestion} isRequired />
      {kind && (
        <VoteEntry
          legend={t`When it passes, our delegate casts`}
          method={kind.method}
          options={options}
          onVote={setPassed}
        />
      )}
      <label className={styles['answer']}>
        <input type="checkbox" checked={both} onChange={({ target }) => setBoth(target.checked)} />
        <span>
          <Trans>Say also what is cast when it does not pass</Trans>
        </span>
      </label>
      {both && kind && (
        <VoteEntry
          legend={t`When it does not pass, our delegate casts`}
          method={kind.method}
          options={options}
          onVote={setFailed}
        />
      )}
    </Sheet>
  )
}
