/** A recording: heard with the running order, the floor, the chat and the slides in step. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import type { Id } from '#kernel/ids.ts'
import { addressOf } from '#kernel/operation.ts'
import { GatheringId } from '#slices/room/api.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn, OWN_ZONE } from '#web/kit/When.tsx'
import { type RecordingShown, readTheRecording, takeTheRecording } from '../api.ts'
import { Care } from './Care.tsx'
import { Controls } from './Controls.tsx'
import { Mine } from './Mine.tsx'
import { createPlaying } from './playing.ts'
import { Beside } from './Beside.tsx'
import './recording.css'

export function RecordingPage() {
  const { t } = useLingui()
  const { gathering } = useParams({ strict: false })
  const id = GatheringId.safeParse(gathering).data
  const params = { gathering: id ?? 'gth_' } as const
  const read = useRead(readTheRecording, { params }, id !== undefined)
  const title = read.data?.title
  useEffect(() => {
    if (title) document.title = t`${title}, the recording`
  }, [t, title])
  return (
    <main id="main" className="page recording-page">
      <h1 className="doc">
        <Trans>Recording</Trans>
      </h1>
      {title && (
        <p>
          <a href={`/gatherings/${gathering}`}>
            <bdi>{title}</bdi>
          </a>
        </p>
      )}
      <ProblemLine cause={read.error} />
      {read.isPending && <Waiting />}
      {read.data && id && <Shown id={id} shown={read.data} />}
    </main>
  )
}

type Props = { id: Id<'gth'>; shown: RecordingShown }

function Shown({ id, shown }: Props) {
  const { i18n } = useLingui()
  const player = useMemo(
    () => createPlaying(shown, (voice) => `/recordings/${id}/${voice}`),
    [id, shown],
  )
  useEffect(() => () => player.close(), [player])
  if (shown.voices.length === 0)
    return (
      <Empty>
        {shown.deleted ? (
          <Trans>The recording was deleted.</Trans>
        ) : (
          <Trans>No voice was recorded.</Trans>
        )}
      </Empty>
    )
  const day = shown.until && dayIn(`${shown.until}T12:00:00.000Z`, OWN_ZONE, i18n.locale)
  return (
    <>
      <Controls player={player} shown={shown} />
      <Beside id={id} player={player} shown={shown} />
      <p className="hint">
        <Trans>
          It holds the voices of those who agreed; nothing of small groups. It is deleted after{' '}
          {day}.
        </Trans>
      </p>
      <p className="acts">
        <a className="btn" href={addressOf(takeTheRecording, { gathering: id })} download>
          <Trans>Take it along (zip)</Trans>
        </a>
      </p>
      <Mine id={id} shown={shown} />
      {shown.cares && shown.is === 'stopped' && <Care id={id} player={player} shown={shown} />}
    </>
  )
}
