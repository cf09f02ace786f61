/** One line on the stage: whether one hears each other here. */
import { useLingui } from '@lingui/react/macro'
import { useRoom } from '#slices/room/web/useRoom.ts'
import { Here } from '#slices/room/web/within.tsx'
import { useCallNow } from './inCall.ts'
import { useVoices } from './useVoices.ts'
import { MEDIA } from './words.tsx'

export function Part({ id }: { id: string }) {
  const { t } = useLingui()
  const elsewhere = useRoom((room) => room.call?.settings.elsewhere ?? null)
  if (elsewhere) return <p className="hint">{t`with sound at ${new URL(elsewhere).host}`}</p>
  return (
    <Here>
      <Word id={id} />
    </Here>
  )
}

function Word({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const data = useVoices()
  const { state } = useCallNow(id)
  if (!data) return null
  const isBack = state === 'coming-back' || data.media === 'away'
  return (
    <p className="hint" role={isBack ? 'status' : undefined}>
      {isBack
        ? t`sound is coming back`
        : data.sealed && data.media === 'ready'
          ? t`with sealed sound`
          : i18n._(MEDIA[data.media])}
    </p>
  )
}
