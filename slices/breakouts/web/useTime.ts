/** The time of a group: what is left, what is said of it, and that somebody still speaks at its end. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { MINUTE, msBetween, SECOND } from '#kernel/clock.ts'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { useCallNow } from '#slices/voices/web/inCall.ts'
import { call } from '#web/kit/call.ts'
import { useNow } from '#web/kit/clock.ts'
import { GroupId, stillSpeaking } from '../api.ts'
import type { Group } from '../rules/state.ts'

const SOON = 2 * MINUTE
const NEAR_END = 3 * SECOND
const EVERY = 2 * SECOND

/** Milliseconds that a group has left; negative when it is over its time, null while it has none. */
export function useTimeLeft(group: Group | null): number | null {
  const now = useNow()
  return group?.endsAt ? msBetween(now, group.endsAt) : null
}

/** "Two minutes", "time is over", "you are back": each said once. */
export function useTold(group: Group | null): void {
  const { t } = useLingui()
  const { say } = useInRoom()
  const left = useTimeLeft(group)
  const stage = left === null ? 'none' : left > SOON ? 'ahead' : left > 0 ? 'soon' : 'over'
  const before = useRef<{ id: string | null; stage: string }>({ id: null, stage: 'none' })
  const id = group?.id ?? null
  useEffect(() => {
    const last = before.current
    before.current = { id, stage }
    if (id !== last.id) {
      if (group) say(t`You are in ${group.name}: ${group.question}`)
      else if (last.id) say(t`You are back in the main hall.`)
    } else if (stage === 'soon' && last.stage === 'ahead') say(t`Two minutes left in your group.`)
    else if (stage === 'over' && last.stage === 'soon')
      say(t`Your time is over. Finish your sentence; the group comes back.`)
  }, [id, stage, group, say, t])
}

/** While one is heard near the end, the hall is told, so that it waits for the end of the sentence. */
export function useHeardAtTheEnd(group: Group | null): void {
  const { gathering, me } = useInRoom()
  const { speaking } = useCallNow(gathering)
  const left = useTimeLeft(group)
  const isHeard = left !== null && left < NEAR_END && speaking.includes(me.who)
  const id = group?.id
  useEffect(() => {
    if (!isHeard || !id) return undefined
    const params = { gathering, group: GroupId.parse(id) }
    // Its time may be over by then: nothing is to be said about it.
    const tell = () => void call(stillSpeaking, { params }).catch(() => {})
    tell()
    const timer = setInterval(tell, EVERY)
    return () => clearInterval(timer)
  }, [isHeard, id, gathering])
}
