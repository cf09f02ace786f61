/** What stands after the items: actions, time with the floor, links, amendments. */
import { Trans } from '@lingui/react/macro'
import { Amend } from './Amend.tsx'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

type Given = { shown: MinutesShown }

export function Actions({ shown }: Given) {
  const { actions } = shown.told
  if (actions.length === 0) return null
  return (
    <section className="part" id="actions">
      <h2 className="doc">
        <Trans>Actions</Trans>
      </h2>
      <table className="ruled">
        <thead>
          <tr>
            <th scope="col">
              <Trans>What</Trans>
            </th>
            <th scope="col">
              <Trans>Who</Trans>
            </th>
            <th scope="col">
              <Trans>By</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ id, ref, what, who, by }) => (
            <tr key={id} id={id}>
              <td>
                <Linked text={what} />
                <Amend shown={shown} target="action" id={id} text={what} what={ref} />
              </td>
              <td>
                <bdi>{who}</bdi>
              </td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function Spoke({ shown: { told } }: Given) {
  if (told.spoke.length === 0) return null
  return (
    <section className="part">
      <h2 className="doc">
        <Trans>Who spoke how long</Trans>
      </h2>
      <p className="note">{told.spokeNote}</p>
      <table className="spoke">
        <tbody>
          {told.spoke.map(({ name, time, part }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <svg viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={part * 240} height={12} />
                </svg>
              </td>
              <td className="num">{time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

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
