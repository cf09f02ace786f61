/** What was said to everybody: the last lines, and older ones when one scrolls up. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { readChat } from '../api.ts'
import { countLines, lineAt } from '../rules/lines.ts'
import { CatchUp } from './CatchUp.tsx'
import { EVERYONE, useTalking } from './conversations.tsx'
import { LineMenu } from './LineMenu.tsx'
import { ChatRow } from './ChatRow.tsx'
import { lastSeq } from './lastSeq.ts'
import { lastLines, rowsOf } from './timeline.ts'
import { useInRoom, useRoom } from './useRoom.ts'

/** So many lines are drawn; scrolling up draws more, coming back to the end fewer. */
const WINDOW = 120
const PAGE = 100
const NEAR_PX = 80

function useOlder() {
  const { gathering, store } = useInRoom()
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  async function loadOlder() {
    const first = store.room().chat.lines[0]?.[0]?.seq
    if (busy || !first) return
    setBusy(true)
    setProblem(null)
    try {
      const query = { before: first, limit: PAGE }
      const { lines, earlier } = await call(readChat, { params: { gathering }, query })
      store.takeOlder(lines, earlier)
    } catch (cause) {
      setProblem(cause)
    }
    setBusy(false)
  }
  return { loadOlder, busy, problem }
}

export function ChatLines() {
  const { t } = useLingui()
  const { markSeen } = useTalking()
  const [count, setCount] = useState(WINDOW)
  const [menu, setMenu] = useState<{ line: number; anchor: Element } | null>(null)
  const chat = useRoom((room) => room.chat)
  const items = useRoom((room) => room.items)
  const announcements = useRoom((room) => room.announcements)
  const polls = useRoom((room) => room.polls)
  const people = useRoom((room) => room.people)
  const list = useRef<HTMLDivElement>(null)
  const { loadOlder, busy, problem } = useOlder()
  const last = lastSeq(chat.lines)
  useEffect(() => markSeen(EVERYONE, last), [last, markSeen])
  const loaded = countLines(chat.lines)
  const whole = loaded <= count && chat.earlier === 0
  const rows = useMemo(
    () => rowsOf(lastLines(chat.lines, count), { items, announcements, polls }, whole),
    [chat.lines, count, items, announcements, polls, whole],
  )
  function showOlder() {
    if (count >= loaded && chat.earlier > 0) void loadOlder()
    setCount(count + PAGE)
  }
  function followScroll() {
    const place = list.current
    if (place && -place.scrollTop < NEAR_PX && count > WINDOW) setCount(WINDOW)
  }
  const openMenu = useCallback((of: number, anchor: Element) => setMenu({ line: of, anchor }), [])
  const menuLine = menu ? lineAt(chat.lines, menu.line) : undefined
  return (
    <div
      className="chat"
      role="log"
      aria-live="off"
      aria-label={t`Chat with everyone`}
      // A log that scrolls can be reached by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      ref={list}
      onScroll={followScroll}
    >
      <div className="lines">
        {!whole && (
          <p className="older">
            <Button small look="quiet" onPress={showOlder} isDisabled={busy}>
              <Trans>Earlier lines</Trans>
            </Button>
          </p>
        )}
        <ProblemLine cause={problem} />
        <CatchUp />
        {rows.length === 0 && (
          <p className="hint">
            <Trans>Nothing said yet. What you write here, everybody in the room reads.</Trans>
          </p>
        )}
        {rows.map((row) => (
          <ChatRow key={row.key} row={row} people={people} onMenu={openMenu} />
        ))}
      </div>
      {menu && menuLine && (
        <LineMenu line={menuLine} anchor={menu.anchor} onClose={() => setMenu(null)} />
      )}
    </div>
  )
}
