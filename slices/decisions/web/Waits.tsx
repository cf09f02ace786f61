/** Home: what waits for me of decisions. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { useRead } from '#web/kit/useCall.ts'
import { waitsForMe } from '../api/reading.ts'
import { Moment } from './words.tsx'

type One = Output<typeof waitsForMe>['waiting'][number]

function Act({ what }: Pick<One, 'what'>) {
  if (what === 'vote') return <Trans>Vote</Trans>
  if (what === 'word') return <Trans>Put the outcome into words</Trans>
  if (what === 'object-answer') return <Trans>Answer the objection to your proposal</Trans>
  if (what === 'confirm') return <Trans>Does the text answer your objection?</Trans>
  if (what === 'advise') return <Trans>Give your advice</Trans>
  if (what === 'decide') return <Trans>Decide it</Trans>
  if (what === 'answer') return <Trans>Answer the objection</Trans>
  return <Trans>Ask again, or let it stand</Trans>
}

export function Waits() {
  const { data } = useRead(waitsForMe)
  if (!data || data.waiting.length === 0) return null
  return (
    <section className="place" aria-labelledby="waits-h">
      <h2 id="waits-h">
        <Trans>To decide</Trans> <span className="tally num">{data.waiting.length}</span>
      </h2>
      <ul className="rows">
        {data.waiting.map(({ decision, title, circle, what, as, closesAt }) => (
          <li key={`${decision} ${what} ${as.join()} ${closesAt}`}>
            <div>
              <bdi className="what">{title}</bdi>
              <p className="hint">
                <bdi>{circle}</bdi>
                {closesAt && (
                  <>
                    {' · '}
                    <Trans>
                      until <Moment at={closesAt} />
                    </Trans>
                  </>
                )}
                {as.length > 0 && (
                  <>
                    {' · '}
                    <Trans>for {as.join(', ')}</Trans>
                  </>
                )}
              </p>
            </div>
            <Link className="btn small" to="/decisions/$decision" params={{ decision }}>
              <span>
                <Act what={what} />
                <span className="sr">: {title}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
