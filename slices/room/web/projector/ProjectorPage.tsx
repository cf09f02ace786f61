/**
 * The stage for a projector in a village hall: read from the back row, without controls and without
 * anything private. It is one's own place in the room, seen as somebody whom nothing is asked of.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { GatheringId } from '../../api.ts'
import { type Gathering, useEntering } from '../entering.ts'
import { Projected } from './Projected.tsx'
import '../room.css'
import './projector.css'

const AGAIN_MS = 5000

export function ProjectorPage() {
  const { gathering } = useParams({ strict: false })
  const id = GatheringId.safeParse(gathering)
  if (!id.success)
    return (
      <main id="main" className="page stack">
        <h1>
          <Trans>There is no such gathering</Trans>
        </h1>
      </main>
    )
  return <Entrance gathering={id.data} />
}

function Entrance({ gathering }: { gathering: Gathering }) {
  const { t } = useLingui()
  const entering = useEntering(gathering)
  const { state, again } = entering
  const isCut = state === 'out' && entering.cause !== null && refusalName(entering.cause) === null
  useEffect(() => {
    document.title = t`Projector`
  }, [t])
  // Nobody stands beside a projector to press anything.
  useEffect(() => {
    if (!isCut) return undefined
    const soon = setTimeout(again, AGAIN_MS)
    return () => clearTimeout(soon)
  }, [isCut, again])
  if (entering.state === 'in') return <Projected gathering={gathering} store={entering.store} />
  return (
    <main id="main" className="page stack">
      {entering.state === 'out' ? (
        <>
          <h1>
            <Trans>The stage is not shown</Trans>
          </h1>
          <ProblemLine cause={entering.cause} />
          <p className="acts">
            <Button look="act" onPress={again}>
              <Trans>Try again</Trans>
            </Button>
          </p>
        </>
      ) : entering.state === 'waiting' ? (
        <p role="status">
          <Trans>A facilitator lets you in; this page goes on by itself.</Trans>
        </p>
      ) : (
        <Waiting />
      )}
    </main>
  )
}
