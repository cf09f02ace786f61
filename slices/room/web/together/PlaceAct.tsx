/** Among the people: the way to the list of those who sit here, or to beginning one. */
import { Trans } from '@lingui/react/macro'
import { MicVocal } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { microphoneOf } from '../../rules/glance.ts'
import { useFloats } from '../Floats.tsx'
import { useInRoom, useRoom } from '../useRoom.ts'
import { useTogether } from './mode.tsx'
import { PlaceSheet } from './PlaceSheet.tsx'
import './together.css'

export function PlaceAct() {
  const { me } = useInRoom()
  const { open } = useFloats()
  const { show } = useTogether()
  const isOn = useRoom((room) => room.beganAt !== null && room.endedAt === null)
  const isOne = useRoom((room) => microphoneOf(room, me.who) !== undefined)
  if (!isOn || me.kind !== 'person') return null
  return (
    <p className="acts place-act">
      <Button small onPress={() => (isOne ? show('list') : open(<PlaceSheet />))}>
        <MicVocal size={16} aria-hidden="true" />
        {isOne ? <Trans>Who sits here</Trans> : <Trans>We sit here together</Trans>}
      </Button>
    </p>
  )
}
