/** The fields of what a co-op says of itself. */
import { useLingui } from '@lingui/react/macro'
import type { z } from 'zod'
import { Field } from '#web/kit/Field.tsx'
import type { CardGiven } from '../api/members.ts'

export type CardText = Omit<z.output<typeof CardGiven>, 'country'> & { country: string }

export const NO_CARD: CardText = {
  country: '',
  place: '',
  does: '',
  tools: '',
  contacts: '',
  site: '',
}

/** As the hall takes it: a country in two capitals, or none. */
export const givenIn = ({ country, ...card }: CardText) => ({
  ...card,
  country: country.trim().toUpperCase() || null,
})

type Props = { card: CardText; onChange: (card: CardText) => void }

export function CardFields({ card, onChange }: Props) {
  const { t } = useLingui()
  const put = (part: Partial<CardText>) => onChange({ ...card, ...part })
  return (
    <>
      <Field
        label={t`Country`}
        hint={t`In two letters, such as NL or AR`}
        maxLength={2}
        value={card.country}
        onChange={(country) => put({ country })}
      />
      <Field label={t`Place`} value={card.place} onChange={(place) => put({ place })} />
      <Field label={t`What it does`} value={card.does} onChange={(does) => put({ does })} />
      <Field
        label={t`Tools that it keeps`}
        value={card.tools}
        onChange={(tools) => put({ tools })}
      />
      <Field
        label={t`Contacts`}
        hint={t`Shown to members only`}
        lines={2}
        value={card.contacts}
        onChange={(contacts) => put({ contacts })}
      />
      <Field
        label={t`Its page on the web`}
        type="url"
        value={card.site}
        onChange={(site) => put({ site })}
      />
    </>
  )
}
