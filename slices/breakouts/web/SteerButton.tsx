/** In the row of facilitators: planning groups. While some are planned or out, the stage has the rest. */
import { Trans } from '@lingui/react/macro'
import { Split } from 'lucide-react'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { useGroups } from './breakoutsStore.ts'
import { PlanSheet } from './PlanSheet.tsx'

export function Part() {
  const { gathering } = useInRoom()
  const { open } = useFloats()
  const set = useGroups(gathering)
  const begun = useRoom((room) => room.beganAt !== null)
  return (
    <Button isDisabled={!begun || set?.state === 'out'} onPress={() => open(<PlanSheet />)}>
      <Split size={20} aria-hidden="true" />
      <span>
        <Trans>Breakouts</Trans>
      </span>
    </Button>
  )
}
