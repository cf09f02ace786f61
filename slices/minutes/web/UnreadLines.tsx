/** The lines that could not be read. */
import { Trans } from '@lingui/react/macro'
import type { Previewed } from './Counts.tsx'

const UNREAD_SHOWN = 20

export function Unread({ unread }: { unread: Previewed['unread'] }) {
  if (unread.length === 0) return null
  return (
    <>
      <h3>
        <Trans>Could not be read</Trans>
      </h3>
      <ol>
        {unread.slice(0, UNREAD_SHOWN).map(({ line, text }) => (
          <li key={line}>
            <span className="num">{line}</span> <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </>
  )
}
