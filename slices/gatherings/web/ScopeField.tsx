/** Of a recurring gathering: this one, or this and all later ones. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Label, Radio, RadioGroup } from 'react-aria-components'

export type Scope = 'this' | 'later'

export function ScopeField({
  value,
  onChange,
}: {
  value: Scope
  onChange: (scope: Scope) => void
}) {
  const { t } = useLingui()
  return (
    <RadioGroup
      className="choice-set"
      value={value}
      onChange={(scope) => onChange(scope === 'later' ? 'later' : 'this')}
    >
      <Label className="label">
        <Trans>It comes again. Which ones?</Trans>
      </Label>
      <Radio value="this" className="radio">{t`This one only`}</Radio>
      <Radio value="later" className="radio">{t`This and all later ones`}</Radio>
    </RadioGroup>
  )
}
