/** Who wrote what, in words: the look of each and their share of the text. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { CSSProperties } from 'react'
import { inkOn } from './authors.ts'
import type { Authors } from './useAuthors.ts'
import styles from './note.module.css'

/** The colour that came along with an author, as React takes styles. */
function ownColors(color: string): CSSProperties {
  return Object.fromEntries([
    ['--by', color],
    ['--by-ink', inkOn(color)],
  ])
}

export function Legend({ authors: { looks, shares } }: { authors: Authors }) {
  const { t } = useLingui()
  if (shares.length === 0)
    return (
      <p className="hint">
        <Trans>Nobody has written here yet.</Trans>
      </p>
    )
  return (
    <ul className={styles['legend']} aria-label={t`Who wrote how much`}>
      {shares.map(({ number, name, percent }) => {
        const look = looks.get(number)
        return (
          <li key={number}>
            <bdi
              data-by={number}
              className={`by-${look?.tint} stroke-${look?.stroke}`}
              style={look?.color ? ownColors(look.color) : undefined}
            >
              {name}
            </bdi>{' '}
            <span className="num">{percent < 1 ? t`under 1 %` : t`${percent} %`}</span>
          </li>
        )
      })}
    </ul>
  )
}
