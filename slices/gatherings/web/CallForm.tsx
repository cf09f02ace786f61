/** The form of a call: what and why, when, for whom, and the running order with its clock. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { AccessFields } from './AccessFields.tsx'
import type { Draft } from './draft.ts'
import { FacilitatorsField } from './FacilitatorsField.tsx'
import { OrderBuilder } from './OrderBuilder.tsx'
import { RuleFields } from './RuleFields.tsx'
import { CircleField } from './CircleField.tsx'
import { WhatFields } from './WhatFields.tsx'
import { WhenFields } from './WhenFields.tsx'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  /** Those that one may choose from; null when the circle stands. */
  circles: { id: `cir_${string}`; name: string }[] | null
  act: string
  busy: boolean
  problem: unknown
  onSend: () => void
  children?: ReactNode
}

export function CallForm(props: Props) {
  const { draft, onChange, act, busy, problem, onSend, circles, children } = props
  return (
    <form
      className="split"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <div className="stack wide-gap">
        <WhatFields draft={draft} onChange={onChange} />
        <section className="place" aria-labelledby="builder-h">
          <h2 id="builder-h">
            <Trans>Running order</Trans>
          </h2>
          {children}
          <OrderBuilder draft={draft} onChange={onChange} />
        </section>
      </div>
      <div className="stack wide-gap">
        <WhenFields draft={draft} onChange={onChange} />
        {circles && <RuleFields draft={draft} onChange={onChange} />}
        {circles && <CircleField draft={draft} onChange={onChange} circles={circles} />}
        <AccessFields draft={draft} onChange={onChange} />
        {draft.circle && (
          <FacilitatorsField draft={draft} onChange={onChange} circle={draft.circle} />
        )}
        <ProblemLine cause={problem} />
        <Button type="submit" look="act" isDisabled={busy || draft.title.trim() === ''}>
          {act}
        </Button>
      </div>
    </form>
  )
}
