/** The roles in words. */
import { Trans } from '@lingui/react/macro'
import type { Role } from '../rules.ts'

export function RoleWord({ role }: { role: Role }) {
  if (role === 'steward') return <Trans>steward</Trans>
  if (role === 'facilitator') return <Trans>facilitator</Trans>
  return <Trans>may call</Trans>
}
