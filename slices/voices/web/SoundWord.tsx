/** One line on the stage: whether one hears each other here. */
import { useLingui } from '@lingui/react/macro'
import { useRead } from '#web/kit/useCall.ts'
import { useRoom } from '#slices/room/web/useRoom.ts'
import { GatheringId } from '#slices/room/api.ts'
import { readVoices } from '../api.ts'
import { useCallNow } from './inCall.ts'
import { MEDIA } from './words.tsx'

export function Part({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const gathering = GatheringId.parse(id)
  const { data } = useRead(readVoices, { params: { gathering } })
  const { state } = useCallNow(id)
  const elsewhere = useRoom((room) => room.call?.settings.elsewhere ?? null)
  if (elsewhere) return <p className="hint">{t`with sound at ${new URL(elsewhere).host}`}</p>
  if (!data) return null
  const isBack = state === 'coming-back' || data.media === 'away'
  return (
    <p className="hint" role={isBack ? 'status' : undefined}>
      {isBack ? t`sound is coming back` : i18n._(MEDIA[data.media])}
    </p>
  )
}
