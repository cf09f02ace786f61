/** Naming somebody who is here, with a language: captioners, and interpreters. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { peopleThemselves } from '#slices/room/rules/glance.ts'
import { useRoomWith } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { Select } from '#web/kit/Select.tsx'
import { languageName, OFFERED } from '../rules/languages.ts'
import './captions.css'

type NamingProps = {
  taken: Readonly<Record<string, string>>
  onName: (who: string, language: string) => void
}

/** Somebody here, and a language. */
export function Naming({ taken, onName }: NamingProps) {
  const { t, i18n } = useLingui()
  const room = useRoomWith('people')
  const here = peopleThemselves(room).filter(({ who }) => !(who in taken))
  const [who, setWho] = useState('')
  const [language, setLanguage] = useState(i18n.locale)
  const chosen = here.some((one) => one.who === who) ? who : (here[0]?.who ?? '')
  if (here.length === 0)
    return (
      <p className="hint">
        <Trans>Nobody else is here.</Trans>
      </p>
    )
  return (
    <div className="caption-naming">
      <Select
        label={t`Who`}
        value={chosen}
        onChange={setWho}
        choices={here.map((one) => ({ value: one.who, label: one.name }))}
      />
      <LanguageField language={language} onChange={setLanguage} />
      <Button onPress={() => onName(chosen, language)}>
        <Trans>Name them</Trans>
      </Button>
    </div>
  )
}

type LanguageProps = { language: string; onChange: (language: string) => void }

function LanguageField({ language, onChange }: LanguageProps) {
  const { t, i18n } = useLingui()
  const choices = OFFERED.map((value) => ({ value, label: languageName(value, i18n.locale) }))
  return (
    <Select
      label={t`Language`}
      value={language}
      onChange={onChange}
      choices={choices.toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale))}
    />
  )
}
