/** What stands after the items: actions, time with the floor, links, amendments. */
import { Trans } from '@lingui/react/macro'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

export type Given = { shown: MinutesShown }

export function Links({ shown: { told } }: Given) {
  if (told.links.length === 0) return null
  return (
    <section className="part" id="links">
      <h2 className="doc">
        <Trans>Links</Trans>
      </h2>
      <ul className="linked">
        {told.links.map(({ address, said }) => (
          <li key={address}>
            <Linked text={address} /> <span>{said}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Amendments({ shown: { told } }: Given) {
  if (told.amendments.length === 0) return null
  return (
    <section className="part" id="amendments">
      <h2 className="doc">
        <Trans>Amendments</Trans>
      </h2>
      <ol className="amendments">
        {told.amendments.map(({ ref, text }) => (
          <li key={ref} id={ref}>
            <b>{ref}</b> <span className="words">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
