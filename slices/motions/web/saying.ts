/** A result in one spoken sentence. */
import { useLingui } from '@lingui/react/macro'
import type { Motion } from './useMotions.ts'

export function useResultWords(motion: Motion | undefined): string {
  const { t } = useLingui()
  if (!motion) return ''
  const { title, counted, over } = motion
  if (!counted) return ''
  const { result, elected } = counted
  const names = elected.join(', ')
  if (result === 'elected') return t`${title}: ${names}`
  if (result === 'passed') return over ? t`The amendment is adopted` : t`It passed: ${title}`
  if (result === 'failed')
    return over ? t`The amendment is not adopted` : t`It did not pass: ${title}`
  return result === 'level' ? t`A tie: ${title}` : t`Too few were there: ${title}`
}
