/** A time zone, chosen from all that the browser knows; its own stands first. */
import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { OWN_ZONE } from '#web/kit/When.tsx'

const ZONES = Intl.supportedValuesOf('timeZone')

type Props = {
  label: string
  hint?: string
  /** Empty: that of whichever browser one looks from. */
  zone: string
  onZone(zone: string): void
  mayBeOpen?: boolean
}

export function ZoneField({ label, hint, zone, onZone, mayBeOpen = false }: Props) {
  const id = useId()
  const known = zone === '' || ZONES.includes(zone) ? ZONES : [zone, ...ZONES]
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={zone}
        onChange={({ target }) => onZone(target.value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        {mayBeOpen && (
          <option value="">
            <Trans>The zone of the browser ({OWN_ZONE})</Trans>
          </option>
        )}
        {known.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
