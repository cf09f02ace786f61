/** The models to begin from, each in three sentences, and nothing at all. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readForm } from '../api.ts'
import type { Preset } from '../rules/section.ts'
import styles from './constitutions.module.css'

export type Start = Preset | 'empty'

export function Models({
  value,
  onChange,
}: {
  value: Start | null
  onChange: (to: Start) => void
}) {
  const { t } = useLingui()
  const { data } = useRead(readForm)
  if (!data) return <Waiting />
  const nothing = {
    key: 'empty' as const,
    name: t`From nothing`,
    what: t`Every section is empty, and you write your own rules.`,
    suits: t`It suits those who have rules already, or want to talk first.`,
    weakness: '',
  }
  return (
    <fieldset className={styles['models']}>
      <legend className="sr">
        <Trans>Which model do you begin from?</Trans>
      </legend>
      {[...data.presets, nothing].map(({ key, name, what, suits, weakness }) => (
        <label key={key} className={styles['model']}>
          <input
            type="radio"
            name="model"
            checked={value === key}
            onChange={() => onChange(key)}
            aria-describedby={`model-${key}`}
          />
          <span>
            <strong className="doc">{name}</strong>
            <span id={`model-${key}`} className={styles['model-said']}>
              {what} {suits} {weakness}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
