/** What I say of myself. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { LOCALES, speak } from '#web/kit/words.ts'
import { changeMe, whoAmI } from '../api/me.ts'
import styles from './people.module.css'
import type { Me } from './useMe.ts'
import { ZoneField } from './ZoneField.tsx'

function LanguageField({ locale, onLocale }: { locale: string; onLocale(to: string): void }) {
  const id = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        <Trans>Language</Trans>
      </label>
      <select
        id={id}
        className="input"
        value={locale}
        onChange={({ target }) => onLocale(target.value)}
      >
        <option value="">
          <Trans>The language of the browser</Trans>
        </option>
        {Object.entries(LOCALES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function localeIn(text: string): Me['locale'] {
  return text === 'en' || text === 'es' ? text : null
}

export function MyProfile({ me }: { me: Me }) {
  const { t } = useLingui()
  const [name, setName] = useState(me.name)
  const [addressed, setAddressed] = useState(me.addressed ?? '')
  const [locale, setLocale] = useState<string>(me.locale ?? '')
  const [zone, setZone] = useState(me.zone ?? '')
  const change = useCall(changeMe, { touches: [whoAmI] })
  function save(event: FormEvent) {
    event.preventDefault()
    const body = {
      name,
      addressed: addressed.trim() || null,
      locale: localeIn(locale),
      zone: zone || null,
    }
    change.mutate({ body }, { onSuccess: (now) => void (now.locale && speak(now.locale, true)) })
  }
  return (
    <section className="place" aria-labelledby="profile-h">
      <h2 id="profile-h">
        <Trans>Profile</Trans>
      </h2>
      <form className="stack" onSubmit={save}>
        <div className={styles['grid']}>
          <Field label={t`Name`} autoComplete="name" value={name} onChange={setName} isRequired />
          <Field
            label={t`How to address you`}
            placeholder={t`for example: she, they, Doña`}
            value={addressed}
            onChange={setAddressed}
          />
          <LanguageField locale={locale} onLocale={setLocale} />
          <ZoneField label={t`Time zone`} zone={zone} onZone={setZone} mayBeOpen />
        </div>
        <ProblemLine cause={change.error} />
        <div className="acts">
          <Button look="act" type="submit" isDisabled={change.isPending}>
            <Trans>Save</Trans>
          </Button>
          <output className="hint">{change.isSuccess && <Trans>Saved.</Trans>}</output>
        </div>
      </form>
    </section>
  )
}
