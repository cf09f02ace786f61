/** What was agreed at an item. */
import { Trans } from '@lingui/react/macro'
import type { ToldItem } from '../rules/told.ts'
import { Amend } from './Amend.tsx'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

export function Decision({
  one,
  shown,
}: {
  one: ToldItem['decisions'][number]
  shown: MinutesShown
}) {
  return (
    <div className="decided" id={one.id}>
      <p className="how">
        <b>{one.ref}</b> {one.decision ? <Trans>Decided by vote</Trans> : <Trans>Agreed</Trans>}
      </p>
      <p>
        <Linked text={one.text} />
      </p>
      {one.decision && (
        <p className="hint">
          <a href={`/decisions/${one.decision}`}>
            <Trans>How it was counted</Trans>
          </a>
        </p>
      )}
      <Amend shown={shown} target="decision" id={one.id} text={one.text} what={one.ref} />
    </div>
  )
}
