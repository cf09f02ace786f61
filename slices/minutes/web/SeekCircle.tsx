/** Looking in one circle only. */
import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { listCircles } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import type { Given } from './Seek.tsx'

export function Circles({ sought, seek }: Given) {
  const id = useId()
  const circles = useRead(listCircles).data?.circles ?? []
  if (circles.length < 2) return null
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        <Trans>Circle</Trans>
      </label>
      <select
        id={id}
        className="input"
        value={sought.circle}
        onChange={(event) => seek({ circle: event.target.value })}
      >
        <option value="">
          <Trans>All circles</Trans>
        </option>
        {circles.map((circle) => (
          <option key={circle.id} value={circle.id}>
            {circle.name}
          </option>
        ))}
      </select>
    </div>
  )
}
