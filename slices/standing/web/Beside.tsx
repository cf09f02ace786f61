/** My standing in a circle in a line, beside its members. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { readCircle } from '#slices/circles/api.ts'
import { useMe } from '#slices/people/web/useMe.ts'
import { useRead } from '#web/kit/useCall.ts'
import { CircleId } from '../api.ts'
import { type Circle, type Member, useStanding } from './useStanding.ts'
import { Day, StateWord } from './words.tsx'

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  const me = useMe()
  const person = me?.id
  return circle.success && person ? <IfInside circle={circle.data} member={person} /> : null
}

/** Who cares for a circle without being inside has no standing there. */
function IfInside({ circle, member }: { circle: Circle; member: Member }) {
  const { data } = useRead(readCircle, { params: { circle } })
  return data?.mine ? <Mine circle={circle} member={member} /> : null
}

function Mine({ circle, member }: { circle: Circle; member: Member }) {
  const { data } = useStanding(circle, member)
  if (!data || data.state === 'left') return null
  return (
    <section className="place" aria-labelledby="standing-h">
      <h2 id="standing-h">
        <Trans>Standing</Trans>
      </h2>
      <p>
        <Trans>
          You are{' '}
          <Link to="/circles/$circle/standing/$member" params={{ circle, member }}>
            <StateWord state={data.state} />
          </Link>
          .
        </Trans>{' '}
        {data.changes && (
          <Trans>
            If nothing more happens, that changes on <Day day={data.changes} />.
          </Trans>
        )}
      </p>
      <ul>
        <li>
          <Link to="/circles/$circle/paying" params={{ circle }}>
            <Trans>How to pay</Trans>
          </Link>
        </li>
        <li>
          <Link to="/circles/$circle/roll" params={{ circle }}>
            <Trans>Who may vote</Trans>
          </Link>
        </li>
        {data.keeps && (
          <li>
            <Link to="/circles/$circle/standings" params={{ circle }}>
              <Trans>Everybody’s standing</Trans>
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}
