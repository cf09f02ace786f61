/** Changing the text of a proposal before it opens. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { amendDecision } from '../api/making.ts'
import { DecisionId } from '../api/shapes.ts'
import { choosesOptions } from '../rules/kinds/kind.ts'
import { Answers } from './consent/Answers.tsx'
import type { Objection } from './consent/useObjections.ts'
import { type Draft, TextForm } from './TextForm.tsx'
import { type Decision, type Id, TOUCHES, useDecision } from './useDecision.ts'

export function Page() {
  const id = DecisionId.safeParse(useParams({ strict: false }).decision)
  return id.success ? <Changing id={id.data} /> : <Navigate to="/circles" />
}

function Changing({ id }: { id: Id }) {
  const { data, error } = useDecision(id)
  return (
    <main id="main" className="page">
      <header className="page-head">
        <h1>
          <Trans>Change the text</Trans>
        </h1>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Form decision={data} />}
    </main>
  )
}

function Form({ decision }: { decision: Decision }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { text, kind } = decision
  const [draft, setDraft] = useState<Draft>(text)
  const [why, setWhy] = useState('')
  const [answers, setAnswers] = useState<Objection['objection'][]>([])
  const change = useCall(amendDecision, { touches: TOUCHES })
  const params = { decision: decision.decision }
  function act() {
    const { title, question, options, seats } = draft
    const body = { title, question, options, seats, why, answers, seen: text.number }
    change.mutate(
      { params, body },
      { onSuccess: () => void navigate({ to: '/decisions/$decision', params }) },
    )
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      <title>{t`Change the text`}</title>
      <TextForm
        people={[]}
        draft={draft}
        chooses={kind ? choosesOptions(kind.method) : false}
        onChange={setDraft}
      />
      <Answers decision={decision} chosen={answers} onChange={setAnswers} />
      <Field label={t`Why it changes`} value={why} onChange={setWhy} />
      {decision.support.by.length > 0 && (
        <p className="hint">
          <Trans>Those who support the text that stands are told, and may support it anew.</Trans>
        </p>
      )}
      <ProblemLine cause={change.error} />
      <p className="acts">
        <Button type="submit" look="act" isDisabled={change.isPending}>
          <Trans>Let this stand</Trans>
        </Button>
      </p>
    </form>
  )
}
