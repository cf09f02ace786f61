/** What was taken on: what, who, by when. */
import { Trans } from '@lingui/react/macro'
import { Amend } from './Amend.tsx'
import { Linked } from './Linked.tsx'
import type { Given } from './Parts.tsx'

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
                {ref && <Amend shown={shown} target="action" id={id} text={what} what={ref} />}
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
