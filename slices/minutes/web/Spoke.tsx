/** Who spoke how long, in the order in which people first spoke. */
import { Trans } from '@lingui/react/macro'
import type { Given } from './Parts.tsx'

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
