/** Opening a draw: how long words are taken, and among whom. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { openDraw } from '../api/draws.ts'
import { type Circle, type Role, TOUCHES } from './useRoles.ts'

export function OpenDrawSheet({
  circle,
  role,
  onClose,
}: {
  circle: Circle
  role: Role
  onClose: () => void
}) {
  const { t } = useLingui()
  const go = useNavigate()
  const [minutes, setMinutes] = useState('60')
  const [willingOnly, setWillingOnly] = useState(false)
  const open = useCall(openDraw, { touches: TOUCHES })
  function act() {
    const body = { minutes: Number(minutes), willingOnly }
    open.mutate(
      { params: { circle, role: role.key }, body },
      {
        onSuccess: ({ draw }) =>
          go({ to: '/circles/$circle/draws/$draw', params: { circle, draw } }),
      },
    )
  }
  return (
    <Sheet
      title={t`Draw by lot: ${role.name}`}
      act={t`Open the draw`}
      onAct={act}
      busy={open.isPending}
      problem={open.error}
      onClose={onClose}
    >
      <p>
        <Trans>
          The names and the seal of a secret are published at once. Until the time is over, every
          member may add words of their own; then the secret is shown, and anybody can draw again
          from the file.
        </Trans>
      </p>
      <Select
        label={t`Time for words`}
        value={minutes}
        onChange={setMinutes}
        choices={[
          { value: '5', label: t`5 minutes` },
          { value: '60', label: t`an hour` },
          { value: '1440', label: t`a day` },
          { value: '10080', label: t`a week` },
        ]}
      />
      <label>
        <input
          type="checkbox"
          checked={willingOnly}
          onChange={({ target }) => setWillingOnly(target.checked)}
        />{' '}
        <Trans>Only among those who would like to hold it</Trans>
      </label>
    </Sheet>
  )
}
