/** With which version one is compared: the one before, any other, or none at all. */
import { useLingui } from '@lingui/react/macro'
import { Select } from '#web/kit/Select.tsx'
import type { Step } from './steps.ts'

type Props = {
  steps: readonly Step[]
  at: Step
  since: number | null
  compareWith: (version: number | null) => void
  tell: (step: Step) => string
}

export function Since({ steps, at, since, compareWith, tell }: Props) {
  const { t } = useLingui()
  const others = steps.filter(({ version }) => version !== at.version && version !== 'now')
  const choices = [
    { value: 'before', label: t`the version before` },
    { value: '0', label: t`nothing: show it all as new` },
    ...others.toReversed().map((step) => ({ value: String(step.version), label: tell(step) })),
  ]
  return (
    <Select
      label={t`Changes since`}
      choices={choices}
      value={since === null ? 'before' : String(since)}
      onChange={(id) => compareWith(id === 'before' ? null : Number(id))}
    />
  )
}
