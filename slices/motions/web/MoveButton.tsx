/** In the bar: moving something from the floor, where the rules of the circle let one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Gavel } from 'lucide-react'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { Button } from '#web/kit/Button.tsx'
import { MoveSheet } from './MoveSheet.tsx'
import { useMotions } from './useMotions.ts'
import './motions.css'

export function Part() {
  const { t } = useLingui()
  const { open } = useFloats()
  const motions = useMotions()
  const kinds = motions?.kinds.filter(({ mayMove }) => mayMove) ?? []
  const announced = motions?.member ? motions.announced : []
  const isNothing = kinds.length === 0 && announced.length === 0
  if (!motions || isNothing || motions.pending.length > 0) return null
  return (
    <Button
      onPress={() => open(<MoveSheet kinds={kinds} announced={announced} />)}
      aria-label={t`Move something`}
    >
      <Gavel size={20} aria-hidden="true" />
      <span>
        <Trans>Move</Trans>
      </span>
    </Button>
  )
}
