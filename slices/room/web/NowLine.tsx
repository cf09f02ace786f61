/** The one sentence that is always right: what is now, who has the floor, how long, who is next. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Keyboard, RefreshCw } from 'lucide-react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useNow } from '#web/kit/clock.ts'
import { line, tryNow } from '#web/kit/live.ts'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { endATurn } from '../api.ts'
import { type NowLine as Now, nowLine } from '../rules/now-line.ts'
import type { Room } from '../rules/state.ts'
import { clockOf } from './durations.ts'
import { useFloats } from './Floats.tsx'
import { KeysSheet } from './KeysSheet.tsx'
import { NowWords } from './NowWords.tsx'
import { titleOf, useSpeaking } from './nowTitle.ts'
import { useActs, useInRoom, useRoom, useRoomWith } from './useRoom.ts'

const BLINK_MS = 1500
const OF_THE_LINE: (keyof Room)[] = [
  'items',
  'call',
  'beganAt',
  'endedAt',
  'floor',
  'stack',
  'people',
  'roles',
]

/** Since when the line is lost, once it is more than a blink. */
function useLostAt(now: string): string | null {
  const state = useSyncExternalStore(line.watch, line.now)
  if (state.online) return null
  const since = new Date(state.since).toISOString()
  return Date.parse(now) - state.since > BLINK_MS ? since : null
}

/** What is now, for the reader; another object each second. */
export function useNowLine(): Now {
  const { me } = useInRoom()
  const room = useRoomWith(...OF_THE_LINE)
  const now = useNow()
  const lostAt = useLostAt(now)
  return useMemo(() => nowLine(room, { now, me: me.who, lostAt }), [room, now, me.who, lostAt])
}

function toneOf(now: Now): string {
  if (now.kind === 'lost') return 'cut'
  if (!('pace' in now) || now.kind === 'break') return ''
  if ('warned' in now && now.warned) return 'care'
  return 'yours' in now && now.yours ? 'mine' : ''
}

function Turn({ now }: { now: Now }) {
  const { t } = useLingui()
  if (!('filled' in now) || now.left === null || now.kind === 'free') return null
  const percent = Math.round(now.filled * 100)
  return (
    <div className="turn" role="img" aria-label={t`${percent} percent of the time used`}>
      <i style={{ inlineSize: `${percent}%` }} />
    </div>
  )
}

export function NowLine() {
  const { t, i18n } = useLingui()
  const { me, gathering } = useInRoom()
  const { open } = useFloats()
  const { act, problem, busy } = useActs()
  const now = useNowLine()
  const title = useRoom((room) => room.call?.title ?? '')
  const yours = 'yours' in now && now.yours
  useSpeaking(now)
  useEffect(() => {
    document.title = titleOf(now, title, i18n)
  }, [now, title, i18n])
  return (
    <header className={`now ${toneOf(now)}`} data-place tabIndex={-1} aria-label={t`Now`}>
      <div className="now-line">
        <NowWords now={now} clock={clockOf} />
        <ProblemLine cause={problem} />
      </div>
      <div className="now-side">
        {now.kind === 'lost' && (
          <Button small onPress={tryNow}>
            <RefreshCw size={16} aria-hidden="true" />
            <Trans>Try now</Trans>
          </Button>
        )}
        {now.kind === 'ended' && (
          <a className="btn small" href={`/gatherings/${gathering}/minutes`}>
            <Trans>Read the minutes</Trans>
          </a>
        )}
        {yours && (
          <Button
            small
            isDisabled={busy}
            onPress={() => void act(endATurn, { params: { who: me.who } })}
          >
            <Trans>I have finished</Trans>
          </Button>
        )}
        <Parts of="room-now" id={gathering} />
        <Button small look="quiet" className="keys" onPress={() => open(<KeysSheet />)}>
          <Keyboard size={16} aria-hidden="true" />
          <Trans>Keys</Trans> <kbd>?</kbd>
        </Button>
      </div>
      <Turn now={now} />
    </header>
  )
}
