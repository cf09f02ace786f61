/** When: the day and the time of the wall clock in a zone, and how long. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Field } from '#web/kit/Field.tsx'
import { dayIn, OWN_ZONE, timeIn } from '#web/kit/When.tsx'
import { type Draft, startOf } from './draft.ts'
import { Select } from '#web/kit/Select.tsx'

const ZONES: readonly string[] = [
  ...new Set([OWN_ZONE, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
]

type Props = { draft: Draft; onChange: (draft: Draft) => void }

export function WhenFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  const zones = [...new Set([draft.zone, ...ZONES])]
  return (
    <section className="place stack" aria-labelledby="when-h">
      <h2 id="when-h">
        <Trans>When</Trans>
      </h2>
      <div className="pair">
        <Field
          label={t`Day`}
          type="date"
          value={draft.date}
          onChange={(date) => onChange({ ...draft, date })}
          isRequired
        />
        <Field
          label={t`Begins at`}
          type="time"
          value={draft.time}
          onChange={(time) => onChange({ ...draft, time })}
          isRequired
        />
      </div>
      <Select
        label={t`In the time of`}
        value={draft.zone}
        onChange={(zone) => onChange({ ...draft, zone })}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <Field
        label={t`Announced length in minutes`}
        type="number"
        inputMode="numeric"
        value={String(draft.minutes)}
        onChange={(text) => onChange({ ...draft, minutes: Math.trunc(Number(text)) || 0 })}
      />
      <Mine draft={draft} />
    </section>
  )
}

/** The same moment in the reader's own zone, when it is another. */
function Mine({ draft }: Pick<Props, 'draft'>) {
  const { i18n } = useLingui()
  const start = startOf(draft)
  if (!start || draft.zone === OWN_ZONE) return null
  const day = dayIn(start, undefined, i18n.locale)
  const time = timeIn(start, undefined, i18n.locale)
  return (
    <p className="hint">
      <Trans>
        In your time: {day}, {time}
      </Trans>
    </p>
  )
}
