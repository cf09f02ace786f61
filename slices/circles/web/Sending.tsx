/** A co-op names who speaks for it in the circle around it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { readCircle } from '../api.ts'
import { listDelegates, recallDelegate } from '../api/members.ts'
import type { CircleShown } from './CirclePage.tsx'
import { NameDelegate } from './NameDelegate.tsx'
import { Voices } from './Voices.tsx'

type Props = { circle: CircleShown; parent: `cir_${string}` }

export function Sending({ circle, parent }: Props) {
  const { t } = useLingui()
  const [asks, setAsks] = useState(false)
  const { data } = useRead(listDelegates, { params: { circle: parent } })
  const around = useRead(readCircle, { params: { circle: parent } }).data
  const recall = useCall(recallDelegate, { touches: [listDelegates] })
  if (!data || !around) return null
  const sent = data.delegates.filter(({ body }) => body === circle.id)
  const may = circle.elsewhere ? around.may.steward : circle.may.steward
  return (
    <section className="place stack" aria-labelledby="sending-h">
      <h2 id="sending-h">
        <Trans>
          Who speaks for it in <bdi>{around.name}</bdi>
        </Trans>
      </h2>
      <p className="hint">
        <Trans>It has one voice there, however many come for it.</Trans>
      </p>
      {sent.length === 0 && (
        <Empty>
          <Trans>Nobody yet.</Trans>
        </Empty>
      )}
      <Voices
        delegates={sent}
        of="one"
        act={({ person, name }) =>
          may && (
            <Button
              small
              look="quiet"
              aria-label={t`Recall ${name}`}
              onPress={() => recall.mutate({ params: { circle: parent, body: circle.id, person } })}
            >
              <Trans>Recall</Trans>
            </Button>
          )
        }
      />
      <ProblemLine cause={recall.error} />
      {may &&
        (asks ? (
          <NameDelegate circle={circle} parent={parent} onDone={() => setAsks(false)} />
        ) : (
          <div className="acts">
            <Button onPress={() => setAsks(true)}>
              <Trans>Name a delegate…</Trans>
            </Button>
          </div>
        ))}
    </section>
  )
}
