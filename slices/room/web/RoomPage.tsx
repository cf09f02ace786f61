/** The room's page: outside, in the lobby, or in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { GatheringId } from '../api.ts'
import { type Gathering, useEntering } from './entering.ts'
import { Room } from './Room.tsx'
import './room.css'

export function RoomPage() {
  const { gathering } = useParams({ strict: false })
  const id = GatheringId.safeParse(gathering)
  if (!id.success) return <Outside gathering={null} cause={null} />
  return <Entrance gathering={id.data} />
}

function Entrance({ gathering }: { gathering: Gathering }) {
  const { t } = useLingui()
  const entering = useEntering(gathering)
  const inside = entering.state === 'in'
  useEffect(() => {
    if (!inside) document.title = t`Coming in`
  }, [inside, t])
  if (entering.state === 'in')
    return <Room gathering={gathering} me={entering.me} store={entering.store} />
  if (entering.state === 'out')
    return <Outside gathering={gathering} cause={entering.cause} again={entering.again} />
  return (
    <main id="main" className="page stack">
      {entering.state === 'waiting' ? (
        <>
          <h1>
            <Trans>One moment, {entering.me.name}</Trans>
          </h1>
          <p role="status">
            <Trans>
              You are in the lobby. A facilitator sees that you wait and lets you in; this page goes
              on by itself.
            </Trans>
          </p>
        </>
      ) : (
        <Waiting />
      )}
    </main>
  )
}

type OutsideProps = { gathering: Gathering | null; cause: unknown; again?: () => void }

function Outside({ gathering, cause, again }: OutsideProps) {
  const name = refusalName(cause)
  const isOver = name === 'gathering-over'
  return (
    <main id="main" className="page stack">
      <h1>
        {isOver ? (
          <Trans>This gathering is over</Trans>
        ) : cause ? (
          <Trans>The door stays closed for now</Trans>
        ) : (
          <Trans>You have left the room</Trans>
        )}
      </h1>
      <ProblemLine cause={cause} />
      <p className="acts">
        {gathering && isOver && (
          <a className="btn act" href={`/gatherings/${gathering}/minutes`}>
            <Trans>Read the minutes</Trans>
          </a>
        )}
        {again && !isOver && name !== 'removed' && (
          <Button look="act" onPress={again}>
            {cause ? <Trans>Try again</Trans> : <Trans>Come in again</Trans>}
          </Button>
        )}
        {gathering && (
          <a className="btn" href={`/g/${gathering}`}>
            <Trans>To the invitation</Trans>
          </a>
        )}
      </p>
    </main>
  )
}
