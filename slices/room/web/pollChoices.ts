/** What can be answered to a poll, in words. */
import { useLingui } from '@lingui/react/macro'
import type { Poll } from '../rules/state.ts'

export type PollChoice = { value: string | number; label: string }

export function useChoices({ kind, options }: Poll): PollChoice[] {
  const { t } = useLingui()
  if (kind === 'yes-no')
    return [
      { value: 'yes', label: t`Yes` },
      { value: 'no', label: t`No` },
      { value: 'abstain', label: t`Abstain` },
    ]
  if (kind === 'scale') return [0, 1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))
  return options.map((label, value) => ({ value, label }))
}
