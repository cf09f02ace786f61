/**
 * On the stage: for an interpreter what they work from, for listeners what they hear, and for
 * speakers and facilitators that somebody asked for slower.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { Turtle } from 'lucide-react'
import { useEffect } from 'react'
import { languageName } from '#slices/captions/rules/languages.ts'
import { placeIn } from '#slices/room/rules/place.ts'
import { useInRoom, useRoomWith } from '#slices/room/web/useRoom.ts'
import { useCallNow } from '#slices/voices/web/inCall.ts'
import { Console } from './Console.tsx'
import { useInterpretation } from './interpretationStore.ts'
import { useMixed } from './useMixed.ts'
import './interpretation.css'

export function Part({ id }: { id: string }) {
  const { me } = useInRoom()
  const room = useRoomWith('floor', 'items', 'people', 'roles', 'endedAt')
  const { interpreters, channel, slower } = useInterpretation(id)
  const { state } = useCallNow(id)
  const isSpoken = useMixed(id)
  const { onStage, facilitates, over } = placeIn(room, me.who)
  const mine = interpreters[me.who]
  const isIn = state === 'in' || state === 'coming-back'
  const isTold = slower !== null && (onStage || facilitates || mine !== undefined)
  if (over || (!isTold && !mine && !(channel && isIn))) return null
  return (
    <div className="interpreted">
      {isTold && <Slower language={slower} speaks={onStage} />}
      {mine ? (
        <Console id={id} language={mine} />
      ) : (
        channel && isIn && <Heard channel={channel} isSpoken={isSpoken} />
      )}
    </div>
  )
}

function Slower({ language, speaks }: { language: string; speaks: boolean }) {
  const { t, i18n } = useLingui()
  const { say } = useInRoom()
  const into = languageName(language, i18n.locale)
  const words = speaks
    ? t`A little slower, please: it is interpreted into ${into}.`
    : t`Interpreters into ${into} ask the speaker to go slower.`
  useEffect(() => say(words), [say, words])
  return (
    <p className="slower">
      <Turtle size={20} aria-hidden="true" />
      <b>{words}</b>
    </p>
  )
}

function Heard({ channel, isSpoken }: { channel: string; isSpoken: boolean }) {
  const { i18n } = useLingui()
  const into = languageName(channel, i18n.locale)
  return (
    <p className="hint" role="status">
      {isSpoken ? (
        <Trans>You hear {into}.</Trans>
      ) : (
        <Trans>Nobody interprets into {into} at this moment: you hear the floor.</Trans>
      )}
    </p>
  )
}
