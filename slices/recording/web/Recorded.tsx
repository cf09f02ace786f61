/** On the page of a gathering: the way to what was recorded of it. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { GatheringId } from '#slices/room/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { readTheRecording } from '../api.ts'

export function Part({ id }: { id: string }) {
  const gathering = GatheringId.safeParse(id).data
  const params = { gathering: gathering ?? 'gth_' } as const
  const { data } = useRead(readTheRecording, { params }, gathering !== undefined)
  if (!data || data.voices.length === 0) return null
  const people = new Set(data.voices.map(({ who }) => who)).size
  return (
    <section className="place" aria-labelledby="recording-h">
      <h2 id="recording-h">
        <Trans>Recording</Trans>
      </h2>
      <p>
        <Link to={`/gatherings/${id}/recording`}>
          <Trans>Listen to the recording</Trans>
        </Link>{' '}
        <span className="hint">
          <Plural value={people} one="# voice" other="# voices" />
        </span>
      </p>
    </section>
  )
}
