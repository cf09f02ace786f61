/** What was said last in the main hall, for who is in a group: an announcement, or a line of the chat. */
import { Trans } from '@lingui/react/macro'
import { Megaphone } from 'lucide-react'
import { useTalking } from './conversations.tsx'
import { shortNameOf } from './names.ts'
import { useRoom } from './useRoom.ts'

export function MainHallLine() {
  const { choose } = useTalking()
  const people = useRoom((room) => room.people)
  const line = useRoom((room) => room.chat.lines.at(-1)?.at(-1))
  const announcement = useRoom((room) => room.announcements.at(-1))
  const isAnnounced = announcement && announcement.seq > (line?.seq ?? 0)
  const text = isAnnounced ? announcement.text : (line?.text ?? '')
  const who = isAnnounced ? announcement.by : line?.who
  if (!text || !who) return null
  const name = shortNameOf(people, who)
  return (
    <p className={isAnnounced ? 'main-hall to-all' : 'main-hall'}>
      {isAnnounced && <Megaphone size={16} aria-hidden="true" />}
      <button type="button" className="as-link" onClick={() => choose('everyone')}>
        <Trans>Main hall</Trans>
      </button>{' '}
      <span dir="auto">
        <bdi>{name}</bdi>: {text}
      </span>
    </p>
  )
}
