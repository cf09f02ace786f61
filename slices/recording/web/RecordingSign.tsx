/** In the now line: that it is recorded; for facilitators, beginning and ending it; one's own answer. */
import { useLingui } from '@lingui/react/macro'
import { Circle, CirclePause } from 'lucide-react'
import { useEffect } from 'react'
import { GatheringId } from '#slices/room/api.ts'
import { useFacilitates, useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerTheRecording, ruleTheRecording } from '../api.ts'
import { isGoing, type RULED } from '../rules/recording.ts'
import { useRecording } from './recordingStore.ts'
import './recording.css'

export function Part({ id }: { id: string }) {
  const { t } = useLingui()
  const { me, say } = useInRoom()
  const over = useRoom((room) => room.endedAt !== null)
  const facilitates = useFacilitates()
  const recording = useRecording(id)
  const rule = useCall(ruleTheRecording)
  const answer = useCall(answerTheRecording)
  const gathering = GatheringId.safeParse(id).data
  const goes = isGoing(recording)
  const said = recording.is === 'on' ? t`Recording` : goes ? t`Recording paused` : t`Not recorded`
  useEffect(() => {
    if (recording.is !== 'off') say(said)
  }, [recording.is, said, say])
  if (!gathering || over || (!goes && !facilitates)) return null
  const params = { gathering }
  const rules = (is: (typeof RULED)[number], label: string): Choice => ({
    id: is,
    label,
    run: () => rule.mutate({ params, body: { is } }),
  })
  const mine = recording.answers[me.who] === true
  const own: Choice = {
    id: 'mine',
    label: mine ? t`Record my voice no longer` : t`Let my voice be recorded`,
    run: () => answer.mutate({ params, body: { agrees: !mine } }),
  }
  const choices: Choice[] = [
    ...(goes ? [own] : []),
    ...(facilitates && !goes ? [rules('on', t`Record the voices of those who agree`)] : []),
    ...(facilitates && recording.is === 'on' ? [rules('paused', t`Pause the recording`)] : []),
    ...(facilitates && recording.is === 'paused' ? [rules('on', t`Go on recording`)] : []),
    ...(facilitates && goes ? [rules('stopped', t`Stop the recording`)] : []),
  ]
  const Sign = recording.is === 'paused' ? CirclePause : Circle
  return (
    <>
      <MenuButton label={t`Recording`} choices={choices} placement="bottom end">
        <Button small look="quiet" className={`recording-sign ${recording.is}`}>
          <Sign size={16} aria-hidden="true" />
          <span>{said}</span>
        </Button>
      </MenuButton>
      <ProblemLine cause={rule.error ?? answer.error} />
    </>
  )
}
