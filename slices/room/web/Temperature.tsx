/** The temperature: six signals that stay until taken back; a row when there is room, else a menu. */
import { Trans, useLingui } from '@lingui/react/macro'
import {
  CircleQuestionMark,
  MessageCircleQuestionMark,
  Minus,
  Snail,
  Thermometer,
  ThumbsUp,
  Volume2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { MenuButton } from '#web/kit/Menu.tsx'
import { useWidth } from '#web/kit/width.ts'
import { showTheTemperature } from '../api.ts'
import { countSignals, signalsOf } from '../rules/temperature.ts'
import { type Signal, SIGNALS } from '../rules/state.ts'
import { SIGNAL_NAMES } from './kinds.ts'
import { type Acts, useInRoom, useRoom } from './useRoom.ts'

const ICONS: Record<Signal, ReactNode> = {
  agree: <ThumbsUp size={20} aria-hidden="true" />,
  unsure: <CircleQuestionMark size={20} aria-hidden="true" />,
  disagree: <Minus size={20} aria-hidden="true" />,
  slower: <Snail size={20} aria-hidden="true" />,
  louder: <Volume2 size={20} aria-hidden="true" />,
  question: <MessageCircleQuestionMark size={20} aria-hidden="true" />,
}

/** What is shown, by how many, and by the reader; the same object while nothing changed. */
function useSignals() {
  const { me, store } = useInRoom()
  useRoom((room) => room.temperature)
  useRoom((room) => room.people)
  const room = store.room()
  return { counts: countSignals(room), mine: signalsOf(room, me.who) }
}

export function Temperature({ acts: { act } }: { acts: Acts }) {
  const { t, i18n } = useLingui()
  const width = useWidth()
  const { counts, mine } = useSignals()
  const show = (signal: Signal) =>
    void act(showTheTemperature, { body: { signal, shown: !mine.includes(signal) } })
  if (width === 'wide')
    return (
      <div className="hands" role="group" aria-label={t`Temperature: how it is with you`}>
        <Thermometer size={20} aria-hidden="true" />
        {SIGNALS.map((signal) => (
          <Button key={signal} aria-pressed={mine.includes(signal)} onPress={() => show(signal)}>
            {i18n._(SIGNAL_NAMES[signal])} <b className="num">{counts[signal]}</b>
          </Button>
        ))}
      </div>
    )
  const felt = SIGNALS.filter((signal) => counts[signal] > 0)
    .map((signal) => `${counts[signal]} ${i18n._(SIGNAL_NAMES[signal]).toLocaleLowerCase()}`)
    .join(', ')
  const name = felt ? t`Temperature: ${felt}` : t`Temperature`
  return (
    <MenuButton
      label={name}
      choices={SIGNALS.map((signal) => ({
        id: signal,
        label: i18n._(SIGNAL_NAMES[signal]),
        icon: ICONS[signal],
        aside: counts[signal],
        pressed: mine.includes(signal),
        run: () => show(signal),
      }))}
    >
      <Button id="temperature" aria-label={name}>
        <Thermometer size={20} aria-hidden="true" />
        <span>
          <Trans>Temperature</Trans>
        </span>
        {felt && <span className="felt-sum num">{felt}</span>}
      </Button>
    </MenuButton>
  )
}
