/** All captions so far, in the room; who may hides a line here. */
import { useLingui } from '@lingui/react/macro'
import { placeIn } from '#slices/room/rules/place.ts'
import { useInRoom, useRoomWith } from '#slices/room/web/useRoom.ts'
import { Sheet } from '#web/kit/Sheet.tsx'
import { mayHide } from '../rules/captions.ts'
import { Transcript } from './Transcript.tsx'

type Props = { id: string; language: string; onClose: () => void }

export function TranscriptSheet({ id, language, onClose }: Props) {
  const { t } = useLingui()
  const { me } = useInRoom()
  const room = useRoomWith('people', 'roles', 'endedAt')
  const mine = placeIn(room, me.who)
  return (
    <Sheet title={t`All captions`} onClose={onClose}>
      <Transcript id={id} language={language} mayHide={(line) => mayHide(line, me.who, mine)} />
    </Sheet>
  )
}
