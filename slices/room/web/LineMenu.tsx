/** What one can do with a line: answer, react, mention; edit or withdraw one's own; hide. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { type Choice, MenuAt } from '#web/kit/Menu.tsx'
import { reactToALine, withdrawALine } from '../api.ts'
import type { Line } from '../rules/state.ts'
import { useTalking } from './conversations.tsx'
import { insertMention } from './drafts.ts'
import { edit } from './editing.ts'
import { useFloats } from './Floats.tsx'
import { HideSheet } from './HideSheet.tsx'
import { shortNameOf } from './names.ts'
import { useActs, useFacilitates, useInRoom, useRoom } from './useRoom.ts'

const EMOJI = ['👍', '❤️', '🙏', '😄', '🤔', '👏'] as const

export function LineMenu({
  line,
  anchor,
  onClose,
}: {
  line: Line
  anchor: Element
  onClose: () => void
}) {
  const { t } = useLingui()
  const { me, gathering } = useInRoom()
  const { reply, writeTo } = useTalking()
  const { open } = useFloats()
  const { act } = useActs()
  const facilitates = useFacilitates()
  const people = useRoom((room) => room.people)
  const name = shortNameOf(people, line.who)
  const mine = line.who === me.who
  const params = { line: line.seq }
  const place = useMemo(() => ({ current: anchor }), [anchor])
  const others: Choice[] = [
    {
      id: 'mention',
      label: t`Mention ${name}`,
      run: () => insertMention(gathering, people[line.who]?.name ?? ''),
    },
    { id: 'alone', label: t`Write to ${name} only`, run: () => void writeTo(line.who) },
  ]
  // In a window of its own: whoever is in the room stays there.
  const talkOn = () =>
    window.open(`/threads/new?kind=line&id=${gathering}.${line.seq}`, '_blank', 'noopener')
  const onward: Choice[] = me.who.startsWith('per_')
    ? [{ id: 'talk-on', label: t`Talk on in a thread`, run: () => void talkOn() }]
    : []
  const own: Choice[] = [
    { id: 'edit', label: t`Edit`, run: () => edit(line.seq) },
    {
      id: 'withdraw',
      label: t`Withdraw`,
      end: true,
      run: () => void act(withdrawALine, { params }),
    },
  ]
  const care: Choice[] = [
    {
      id: 'hide',
      label: t`Hide, with a reason`,
      end: true,
      run: () => open(<HideSheet line={line.seq} />),
    },
  ]
  const choices: Choice[] = [
    { id: 'reply', label: t`Reply`, run: () => reply(line.seq) },
    ...EMOJI.map((emoji) => ({
      id: emoji,
      label: t`React ${emoji}`,
      icon: <span aria-hidden="true">{emoji}</span>,
      tight: true,
      run: () => void act(reactToALine, { params, body: { emoji } }),
    })),
    ...onward,
    ...(mine ? own : others),
    ...(facilitates ? care : []),
  ]
  return (
    <MenuAt
      label={t`What to do with this line`}
      anchor={place}
      onClose={onClose}
      choices={choices}
    />
  )
}
