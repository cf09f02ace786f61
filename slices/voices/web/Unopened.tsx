/** In the bar of a sealed gathering: whose sound and picture one's key does not open. */
import { Trans, useLingui } from '@lingui/react/macro'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import type { CallNow } from './callStore.ts'
import { KeySheet } from './KeySheet.tsx'

/** One's own key, or theirs? When some others open, it is theirs. */
function useWords({ unopened, voices }: CallNow): string {
  const { t, i18n } = useLingui()
  const { me } = useInRoom()
  if (unopened.length === 0) return ''
  const sending = voices.filter(({ who, open, camera, screen }) => {
    return who !== me.who && (open || camera || screen)
  })
  const names = new Intl.ListFormat(i18n.locale).format(
    voices.filter(({ who }) => unopened.includes(who)).map(({ name }) => name),
  )
  return sending.every(({ who }) => unopened.includes(who))
    ? t`Your key does not open what comes from ${names}, so you do not hear each other: one of you has another key.`
    : t`You do not hear ${names}: they came with another key.`
}

export function Unopened({ id, call }: { id: string; call: CallNow }) {
  const { say } = useInRoom()
  const [typing, setTyping] = useState(false)
  const words = useWords(call)
  useEffect(() => {
    if (words) say(words)
  }, [words, say])
  return (
    <>
      {words && (
        <p className="voice-told">
          {words}{' '}
          <Button small onPress={() => setTyping(true)}>
            <KeyRound size={16} aria-hidden="true" />
            <Trans>Type the key again</Trans>
          </Button>
        </p>
      )}
      {typing && <KeySheet gathering={id} onClose={() => setTyping(false)} />}
    </>
  )
}
