/** Times to choose from: these days × these hours, each of them left out at will. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import { ZoneField } from '#slices/people/web/ZoneField.tsx'
import { instantAt } from '#slices/gatherings/rules/zones.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { dayIn, OWN_ZONE } from '#web/kit/When.tsx'
import { MOST_SLOTS } from '../rules/poll.ts'
import { dayAhead, type Draft, timesOf } from './draft.ts'
import { useSlotWords } from './words.tsx'
import styles from './polls.module.css'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

type PickProps = {
  label: string
  type: 'date' | 'time'
  begins: string
  act: string
  chosen: readonly string[]
  nameOf: (one: string) => string
  onChange: (chosen: string[]) => void
}

/** Days or hours, one added after the other. */
function Pick({ label, type, begins, act, chosen, nameOf, onChange }: PickProps) {
  const { t } = useLingui()
  const [next, setNext] = useState(begins)
  const add = () => {
    if (next !== '') onChange([...new Set([...chosen, next])].toSorted())
  }
  return (
    <div className={styles['pick']}>
      <div className={styles['adding']}>
        <Field
          label={label}
          type={type}
          value={next}
          onChange={setNext}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button onPress={add}>{act}</Button>
      </div>
      <ul className={styles['chips']}>
        {chosen.map((one) => {
          const name = nameOf(one)
          return (
            <li key={one} className={styles['chip']}>
              <span>{name}</span>
              <button
                type="button"
                aria-label={t`Take out ${name}`}
                onClick={() => onChange(chosen.filter((other) => other !== one))}
              >
                <X size={16} aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What comes of days and hours. */
function Times({ draft, onChange }: Props) {
  const slotWords = useSlotWords(draft.zone)
  const times = timesOf(draft)
  const count = times.filter(({ out }) => !out).length
  if (times.length === 0)
    return (
      <p className="hint">
        <Trans>Add days and hours; the times stand here then.</Trans>
      </p>
    )
  return (
    <fieldset className={styles['times']}>
      <legend className="label">
        <Plural value={count} _0="No time" one="One time" other="# times" />
      </legend>
      {count > MOST_SLOTS && (
        <p className="problem">
          <Trans>More than {MOST_SLOTS} is too much to answer. Leave some out.</Trans>
        </p>
      )}
      {times.map(({ starts, minutes, out }) => (
        <label key={starts}>
          <input
            type="checkbox"
            checked={!out}
            onChange={({ target }) =>
              onChange({
                ...draft,
                without: target.checked
                  ? draft.without.filter((one) => one !== starts)
                  : [...draft.without, starts],
              })
            }
          />
          <span>{slotWords({ startsAt: instantAt(starts, draft.zone), minutes })}</span>
        </label>
      ))}
    </fieldset>
  )
}

export function TimesField({ draft, onChange }: Props) {
  const { t, i18n } = useLingui()
  return (
    <section className="place stack" aria-labelledby="times-h">
      <h2 id="times-h">
        <Trans>Times</Trans>
      </h2>
      <Pick
        label={t`Day`}
        type="date"
        begins={dayAhead(7)}
        act={t`Add this day`}
        chosen={draft.days}
        nameOf={(day) => dayIn(`${day}T12:00:00.000Z`, 'UTC', i18n.locale)}
        onChange={(days) => onChange({ ...draft, days })}
      />
      <Pick
        label={t`Begins at`}
        type="time"
        begins="20:00"
        act={t`Add this hour`}
        chosen={draft.hours}
        nameOf={(hour) => hour}
        onChange={(hours) => onChange({ ...draft, hours })}
      />
      <Field
        label={t`Length in minutes`}
        type="number"
        inputMode="numeric"
        value={String(draft.minutes)}
        onChange={(text) =>
          onChange({ ...draft, minutes: Math.trunc(Number(text)) || 0, lengths: {} })
        }
      />
      <ZoneField
        label={t`In the time of`}
        {...(draft.zone === OWN_ZONE ? {} : { hint: t`Not your own time; both stand below.` })}
        zone={draft.zone}
        onZone={(zone) => onChange({ ...draft, zone })}
      />
      {draft.minutes >= 5 && draft.minutes <= 1440 ? (
        <Times draft={draft} onChange={onChange} />
      ) : (
        <p className="problem">
          <Trans>A time lasts from five minutes to a day.</Trans>
        </p>
      )}
    </section>
  )
}
