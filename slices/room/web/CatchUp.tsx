/** For who comes late or comes back: what happened meanwhile, in one sentence. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useWidth } from '#web/kit/width.ts'
import { timeIn } from '#web/kit/When.tsx'
import { personOf } from '../rules/glance.ts'
import type { Room } from '../rules/state.ts'
import type { Who } from '../rules/call.ts'
import { useTalking } from './conversations.tsx'
import { useInRoom } from './useRoom.ts'

type Missed = { from: string | null; till: string; items: number; links: number; written: number }

/** What happened while somebody was away: before they came, or since they last were here. */
export function missedBy(room: Room, who: Who): Missed | null {
  const stays = personOf(room, who)?.stays ?? []
  const till = stays.at(-1)?.from
  if (!till || room.beganAt === null) return null
  const from = stays.at(-2)?.till ?? null
  const within = (at: string | null | undefined) =>
    at !== null && at !== undefined && at < till && (from === null || at > from)
  const missed = {
    from,
    till,
    items: room.items.filter(({ endedAt }) => within(endedAt)).length,
    links: room.links.filter(({ said }) => within(said[0]?.at)).length,
    written: room.written.filter(({ at }) => within(at)).length,
  }
  return missed.items + missed.links + missed.written > 0 ? missed : null
}

export function CatchUp() {
  const { i18n } = useLingui()
  const { me, store } = useInRoom()
  const { show } = useTalking()
  const width = useWidth()
  const missed = missedBy(store.room(), me.who)
  if (!missed) return null
  const time = timeIn(missed.till, undefined, i18n.locale)
  const from = missed.from ? timeIn(missed.from, undefined, i18n.locale) : ''
  function look() {
    if (width === 'phone') show('notes')
    else document.getElementById('pad')?.focus()
  }
  return (
    <article className="late">
      <p>
        {from ? (
          <Trans>
            You were away from {from} to {time}:
          </Trans>
        ) : (
          <Trans>You came at {time}, after:</Trans>
        )}{' '}
        <Plural value={missed.items} _0="no item" one="# item" other="# items" />,{' '}
        <Plural
          value={missed.written}
          _0="nothing written down"
          one="# thing written down"
          other="# things written down"
        />
        , <Plural value={missed.links} _0="no link" one="# link" other="# links" />.{' '}
        <button type="button" className="as-link" onClick={look}>
          <Trans>What happened</Trans>
        </button>
      </p>
    </article>
  )
}
