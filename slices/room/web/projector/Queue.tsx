/** Who has asked for the floor, as the hall sees it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useNow } from '#web/kit/clock.ts'
import { nextToSpeak } from '../../rules/stack.ts'
import { REQUESTS } from '../kinds.ts'
import { shortNameOf } from '../names.ts'
import { InPlace } from '../together/InPlace.tsx'
import { useRoomWith } from '../useRoom.ts'

const MOST = 5

export function Queue() {
  const { i18n } = useLingui()
  const room = useRoomWith('stack', 'floor', 'people', 'endedAt')
  const now = useNow()
  const next = useMemo(() => nextToSpeak(room, now), [room, now])
  if (room.endedAt !== null || next.length === 0) return null
  const kindOf = (who: string) => room.stack.requests.find((one) => one.who === who)?.kind
  const rest = next.length - MOST
  return (
    <section aria-labelledby="queue-title">
      <h2 id="queue-title">
        {room.floor.round ? (
          <Trans>A round, everybody once</Trans>
        ) : (
          <Trans>Asked for the floor</Trans>
        )}
      </h2>
      <ol className="projector-queue">
        {next.slice(0, MOST).map((who) => {
          const kind = kindOf(who)
          return (
            <li key={who}>
              <bdi>{shortNameOf(room.people, who)}</bdi>{' '}
              {kind && (
                <span className="kind">
                  {i18n._(REQUESTS[kind].name).toLocaleLowerCase(i18n.locale)}
                </span>
              )}{' '}
              <InPlace who={who} />
            </li>
          )
        })}
      </ol>
      {rest > 0 && (
        <p className="kind">
          <Plural value={rest} one="and # more" other="and # more" />
        </p>
      )}
    </section>
  )
}
