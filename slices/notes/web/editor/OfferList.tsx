/** Whom one may mention, beside the words one types; the field keeps the focus. */
import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Face } from '#web/kit/Face.tsx'
import type { Offer } from './mentions.ts'
import styles from '../note.module.css'

const LIST = 'note-people'
const WIDEST = 280

function whereFor(where: Offer['where']) {
  const left = Math.max(8, Math.min(where.left, window.innerWidth - WIDEST - 8))
  const isLow = where.bottom > window.innerHeight * 0.6
  return isLow
    ? { left, bottom: window.innerHeight - where.top + 4 }
    : { left, top: where.bottom + 4 }
}

export function OfferList({ offer, field }: { offer: Offer | null; field: HTMLElement }) {
  const { t } = useLingui()
  const chosen = offer?.chosen ?? null
  useEffect(() => {
    if (chosen === null) {
      field.removeAttribute('aria-activedescendant')
      field.removeAttribute('aria-controls')
    } else {
      field.setAttribute('aria-controls', LIST)
      field.setAttribute('aria-activedescendant', `${LIST}-${chosen}`)
    }
  }, [chosen, field])
  if (!offer) return null
  return (
    <div
      id={LIST}
      role="listbox"
      aria-label={t`Mention somebody`}
      className={styles['offer']}
      style={whereFor(offer.where)}
    >
      {offer.people.map(({ who, name }, place) => (
        // The field keeps the focus: its keys choose, the pointer may press.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={who ?? name}
          id={`${LIST}-${place}`}
          role="option"
          aria-selected={place === offer.chosen}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => offer.take(place)}
        >
          <Face id={who ?? name} name={name} small />
          <bdi>{name}</bdi>
        </div>
      ))}
    </div>
  )
}
