/** Home: what waits for me of polls. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { useRead } from '#web/kit/useCall.ts'
import { pollsForMe } from '../api/reading.ts'
import { FormWord, Moment } from './words.tsx'

type One = Output<typeof pollsForMe>['waiting'][number]

function Act({ what }: Pick<One, 'what'>) {
  if (what === 'answer') return <Trans>Answer</Trans>
  return what === 'choose' ? <Trans>Choose a time</Trans> : <Trans>Sum it up</Trans>
}

export function PollsWaiting() {
  const { data } = useRead(pollsForMe)
  if (!data || data.waiting.length === 0) return null
  return (
    <section className="place" aria-labelledby="polls-h">
      <h2 id="polls-h">
        <Trans>Asked of you</Trans> <span className="tally num">{data.waiting.length}</span>
      </h2>
      <ul className="rows">
        {data.waiting.map(({ poll, title, circle, form, what, closesAt }) => (
          <li key={poll}>
            <div>
              <bdi className="what">{title}</bdi>
              <p className="hint">
                <FormWord form={form} /> · <bdi>{circle}</bdi>
                {what === 'answer' && (
                  <>
                    {' · '}
                    <Trans>
                      until <Moment at={closesAt} />
                    </Trans>
                  </>
                )}
              </p>
            </div>
            <Link className="btn small" to="/polls/$poll" params={{ poll }}>
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
