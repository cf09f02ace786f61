/** Where something lies that can be put to the vote: the decisions on it, and the way to one. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleId, myCircles } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { readSubject } from '../api/subjects.ts'
import { type Circle } from './useDecision.ts'
import { ResultWord, StateTag } from './words.tsx'

/** `id`: the circle, what sort of thing, which one: `cir_…/application/apl_…`. */
export function Part({ id }: { id: string }) {
  const [in1 = '', about = '', ref = ''] = id.split('/')
  const circle = CircleId.safeParse(in1)
  return circle.success ? <Vote circle={circle.data} about={about} thing={ref} /> : null
}

type Props = { circle: Circle; about: string; thing: string }

function Vote({ circle, about, thing }: Props) {
  // Who is not of the circle reads the page, and has no vote to put it to.
  const { data: my } = useRead(myCircles)
  const isMine = my?.circles.some(({ id }) => id === circle) ?? false
  const { data } = useRead(readSubject, { params: { circle, about, ref: thing } }, isMine)
  if (!data || (data.why !== null && data.decisions.length === 0)) return null
  return (
    <div className="stack">
      {data.decisions.length > 0 && (
        <ul className="rows">
          {data.decisions.map(({ decision, title, state, result }) => (
            <li key={decision}>
              <div>
                <Link to="/decisions/$decision" params={{ decision }} className="what">
                  {title}
                </Link>
                {state === 'counted' && result && (
                  <p className="hint">
                    <ResultWord result={result} />
                  </p>
                )}
              </div>
              <StateTag state={state} />
            </li>
          ))}
        </ul>
      )}
      {data.why === null && (
        <p className="acts">
          <Link
            className="btn"
            to="/circles/$circle/decisions/new"
            params={{ circle: data.decidedIn }}
            search={{ about, ref: thing }}
          >
            <PutWord about={about} />
          </Link>
        </p>
      )}
    </div>
  )
}

function PutWord({ about }: { about: string }) {
  if (about === 'role') return <Trans>Hold an election</Trans>
  if (about === 'rules') return <Trans>Put these rules to the vote</Trans>
  if (about === 'appeal') return <Trans>Put the appeal to the vote</Trans>
  return <Trans>Put it to the vote</Trans>
}
