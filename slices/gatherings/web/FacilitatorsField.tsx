/** Who facilitates: members of the circle, ticked. Nobody ticked: whoever calls. */
import { Trans } from '@lingui/react/macro'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { readCircle } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import type { Draft } from './draft.ts'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  /** The circle whose members are shown. */
  circle: `cir_${string}`
}

export function FacilitatorsField({ draft, onChange, circle }: Props) {
  const { data } = useRead(readCircle, { params: { circle } })
  const members = data?.members ?? []
  if (members.length === 0) return null
  return (
    <CheckboxGroup
      className="choice-set"
      value={[...draft.facilitators]}
      onChange={(facilitators) => onChange({ ...draft, facilitators })}
    >
      <Label className="label">
        <Trans>Who facilitates? (nobody ticked: you)</Trans>
      </Label>
      <div className="tick-list">
        {members.map(({ person, name }) => (
          <Checkbox key={person} value={person} className="check">
            <span className="check-box" aria-hidden="true" />
            <bdi>{name}</bdi>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
