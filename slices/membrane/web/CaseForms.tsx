/** What people do in a process: answer, set the hearing, decide, appeal. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import {
  appealExclusion,
  beHeard,
  decideAppeal,
  decideExclusion,
  giveVoice,
  listExclusions,
  readExclusion,
  setHearing,
} from '../api/leaving.ts'
import type { Case } from './CasePage.tsx'

const touches = [readExclusion, listExclusions]
type Props = { one: Case }

type FormProps = { title: ReactNode; id: string; onSend: () => void; children: ReactNode }

function Act({ title, id, onSend, children }: FormProps) {
  function send(event: FormEvent) {
    event.preventDefault()
    onSend()
  }
  return (
    <form className="place stack" aria-labelledby={id} onSubmit={send}>
      <h2 id={id}>{title}</h2>
      {children}
    </form>
  )
}

export function AnswerForm({ one }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState(one.heard ?? '')
  const answer = useCall(beHeard, { touches })
  const params = { exclusion: one.id }
  return (
    <Act
      id="answer-h"
      title={<Trans>Your answer</Trans>}
      onSend={() => answer.mutate({ params, body: { text } })}
    >
      <Field
        label={t`What you say to it`}
        hint={t`Until it is decided you can change it.`}
        lines={5}
        value={text}
        onChange={setText}
        isRequired
      />
      <ProblemLine cause={answer.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={answer.isPending}>
          <Trans>Answer</Trans>
        </Button>
      </div>
    </Act>
  )
}

export function HearingForm({ one }: Props) {
  const { t } = useLingui()
  const [at, setAt] = useState('')
  const [where, setWhere] = useState(one.hearingWhere)
  const set = useCall(setHearing, { touches })
  const params = { exclusion: one.id }
  return (
    <Act
      id="hearing-h"
      title={<Trans>The hearing</Trans>}
      onSend={() => {
        const time = new Date(at)
        if (!Number.isNaN(time.getTime()))
          set.mutate({ params, body: { at: time.toISOString(), where } })
      }}
    >
      <Field label={t`When`} type="datetime-local" value={at} onChange={setAt} isRequired />
      <Field
        label={t`Where`}
        hint={t`A place, or the link of a gathering`}
        value={where}
        onChange={setWhere}
        isRequired
      />
      <ProblemLine cause={set.error} />
      <div className="acts">
        <Button type="submit" isDisabled={set.isPending}>
          <Trans>Set it, and tell them</Trans>
        </Button>
      </div>
    </Act>
  )
}

export function CaseDecision({ one }: Props) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const decide = useCall(decideExclusion, { touches })
  const voice = useCall(giveVoice, { touches })
  const params = { exclusion: one.id }
  const say = (out: boolean) => voice.mutate({ params, body: { out, text: reason } })
  return (
    <Act id="decide-h" title={<Trans>Decide</Trans>} onSend={() => undefined}>
      <Field
        label={t`The reason`}
        hint={t`They read it.`}
        lines={4}
        value={reason}
        onChange={setReason}
      />
      <ProblemLine cause={decide.error ?? voice.error} />
      {one.together && (
        <div className="acts">
          <Button onPress={() => say(true)}>
            <Trans>I say: put out</Trans>
          </Button>
          <Button onPress={() => say(false)}>
            <Trans>I say: stays</Trans>
          </Button>
        </div>
      )}
      <div className="acts">
        <Button
          look="leave"
          isDisabled={decide.isPending || reason.trim() === ''}
          onPress={() => decide.mutate({ params, body: { out: true, reason } })}
        >
          <Trans>Put out</Trans>
        </Button>
        <Button
          isDisabled={decide.isPending || reason.trim() === ''}
          onPress={() => decide.mutate({ params, body: { out: false, reason } })}
        >
          <Trans>Stays</Trans>
        </Button>
      </div>
    </Act>
  )
}

export function AppealForm({ one }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const appeal = useCall(appealExclusion, { touches })
  return (
    <Act
      id="appeal-h"
      title={<Trans>Appeal</Trans>}
      onSend={() => appeal.mutate({ params: { exclusion: one.id }, body: { text } })}
    >
      <Field label={t`Why it is wrong`} lines={5} value={text} onChange={setText} isRequired />
      <ProblemLine cause={appeal.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={appeal.isPending}>
          <Trans>Appeal</Trans>
        </Button>
      </div>
    </Act>
  )
}

export function AppealDecision({ one }: Props) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const decide = useCall(decideAppeal, { touches })
  const params = { exclusion: one.id }
  const say = (lifted: boolean) => decide.mutate({ params, body: { lifted, reason } })
  return (
    <Act id="appeal-decide-h" title={<Trans>Decide on the appeal</Trans>} onSend={() => undefined}>
      <Field label={t`The reason`} lines={4} value={reason} onChange={setReason} isRequired />
      <ProblemLine cause={decide.error} />
      <div className="acts">
        <Button isDisabled={reason.trim() === ''} onPress={() => say(true)}>
          <Trans>Lift it: a member as before</Trans>
        </Button>
        <Button look="leave" isDisabled={reason.trim() === ''} onPress={() => say(false)}>
          <Trans>The decision holds</Trans>
        </Button>
      </div>
    </Act>
  )
}
