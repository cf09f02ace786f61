/** A gathering before it is lived, for those whose it is. */
import { Trans } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { GatheringId, readGathering } from '../api.ts'
import { GatheringHead } from './GatheringHead.tsx'
import { GatheringSide } from './GatheringSide.tsx'
import { Invitations } from './Invitations.tsx'
import { OrderView } from './OrderView.tsx'
import type { GatheringShown } from './shapes.ts'
import './gatherings.css'

export function GatheringPage() {
  const { gathering } = useParams({ strict: false })
  const id = GatheringId.safeParse(gathering)
  const params = { gathering: id.data ?? 'gth_' }
  const read = useRead(readGathering, { params }, id.success)
  const shown = read.data
  const title = shown?.title
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  return (
    <main id="main" className="page">
      {read.isPending && <Waiting />}
      <ProblemLine cause={read.error} />
      {shown && <Shown gathering={shown} />}
    </main>
  )
}

function Shown({ gathering }: { gathering: GatheringShown }) {
  return (
    <>
      <GatheringHead gathering={gathering} />
      <div className="split side-first">
        <GatheringSide gathering={gathering} />
        <div className="stack wide-gap">
          <section className="place" aria-labelledby="order-h">
            <h2 id="order-h">
              <Trans>Running order</Trans>
            </h2>
            <OrderView gathering={gathering} />
          </section>
          <Parts of="gathering" id={gathering.id} />
          {gathering.may.shape && <Invitations gathering={gathering} />}
        </div>
      </div>
    </>
  )
}
