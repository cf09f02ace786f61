/** One of the versions. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useDay } from './useDay.ts'
import type { Rules } from './ReadPage.tsx'

type Version = Rules['versions'][number]
type Props = {
  label: string
  versions: readonly Version[]
  value: Version['id']
  onChange: (id: Version['id']) => void
}

export function VersionChoice({ label, versions, value, onChange }: Props) {
  const { t } = useLingui()
  const id = useId()
  const said = useDay()
  const nameOf = ({ number, day: from, state }: Version) => {
    const day = said(from)
    if (state === 'draft') return t`In the making`
    if (state === 'proposed') return t`Put forward, from ${day}`
    return t`Version ${number}, from ${day}`
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ target }) => {
          const chosen = versions.find((version) => version.id === target.value)
          if (chosen) onChange(chosen.id)
        }}
      >
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {nameOf(version)}
          </option>
        ))}
      </select>
    </div>
  )
}
