/** On entry, or when it begins: may my voice be recorded? Until somebody says yes it is not. */
import { Trans, useLingui } from '@lingui/react/macro'
import { GatheringId } from '#slices/room/api.ts'
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { dayIn, OWN_ZONE } from '#web/kit/When.tsx'
import { answerTheRecording } from '../api.ts'
import { isGoing } from '../rules/recording.ts'
import { useRecording } from './recordingStore.ts'
import './recording.css'

export function Part({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const { me } = useInRoom()
  const over = useRoom((room) => room.endedAt !== null)
  const recording = useRecording(id)
  const answer = useCall(answerTheRecording)
  const gathering = GatheringId.safeParse(id).data
  const asked = isGoing(recording) && recording.answers[me.who] === undefined
  if (!gathering || over || !asked) return null
  const says = (agrees: boolean) => answer.mutate({ params: { gathering }, body: { agrees } })
  const day = recording.until && dayIn(`${recording.until}T12:00:00.000Z`, OWN_ZONE, i18n.locale)
  return (
    <section className="recording-question" aria-label={t`May your voice be recorded?`}>
      <h2>
        <Trans>May your voice be recorded?</Trans>
      </h2>
      <p>
        <Trans>
          This gathering is recorded: the voices of those who agree, no pictures, and nothing of
          small groups. Those of the room can listen until {day}. You can take your voice out whole
          until the minutes are approved. Without your yes you speak as before and are not recorded.
        </Trans>
      </p>
      <p className="acts">
        <Button onPress={() => says(true)}>
          <Trans>Yes, record my voice</Trans>
        </Button>
        <Button onPress={() => says(false)}>
          <Trans>No, not mine</Trans>
        </Button>
      </p>
      <ProblemLine cause={answer.error} />
    </section>
  )
}
