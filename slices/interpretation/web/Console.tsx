/** What an interpreter needs: who speaks and how long, what to work from, and a word to the speaker. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { msBetween, plus, SECOND } from '#kernel/clock.ts'
import { languageName } from '#slices/captions/rules/languages.ts'
import { clockOf } from '#slices/room/web/durations.ts'
import { shortNameOf } from '#slices/room/web/names.ts'
import { useInRoom, useRoomWith } from '#slices/room/web/useRoom.ts'
import { useCallNow } from '#slices/voices/web/inCall.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { useNow } from '#web/kit/clock.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { askToGoSlower, nameAnInterpreter } from '../api.ts'
import { listen, useInterpretation } from './interpretationStore.ts'

type Props = { id: string; language: string }

/** Who has the floor, and how long still. */
function Speaking() {
  const { floor, people } = useRoomWith('floor', 'people')
  const now = useNow()
  const [holder] = floor.holders
  const who = floor.holders.map((one) => shortNameOf(people, one.who)).join(', ')
  if (!holder) return <Trans>Nobody has the floor.</Trans>
  if (holder.seconds === null) return <Trans>{who}: has the floor.</Trans>
  const left = clockOf(Math.max(0, msBetween(now, plus(holder.since, holder.seconds * SECOND))))
  return (
    <Trans>
      {who}: has the floor, {left} left.
    </Trans>
  )
}

export function Console({ id, language }: Props) {
  const { t, i18n } = useLingui()
  const { gathering, me } = useInRoom()
  const { interpreters, channel } = useInterpretation(id)
  const { mine, state } = useCallNow(id)
  const [problem, setProblem] = useState<unknown>(null)
  const into = languageName(language, i18n.locale)
  const others = [...new Set(Object.values(interpreters))].filter((one) => one !== language)
  const params = { gathering }
  const act = (doing: Promise<unknown>) => {
    setProblem(null)
    doing.catch(setProblem)
  }
  const isOpen = mine.includes('microphone')
  const from = [
    { value: '', label: t`The floor` },
    ...others.map((one) => ({ value: one, label: languageName(one, i18n.locale) })),
  ]
  return (
    <section className="console" aria-label={t`You interpret into ${into}`}>
      <div>
        <p>
          <b>
            <Trans>You interpret into {into}</Trans>
          </b>
        </p>
        <p className="hint num">
          <Speaking />{' '}
          {state === 'out' ? (
            <Trans>Join with sound to begin.</Trans>
          ) : isOpen ? (
            <Trans>You are heard in {into} alone.</Trans>
          ) : (
            <Trans>Open the microphone to be heard.</Trans>
          )}
        </p>
      </div>
      {others.length > 0 && (
        <Select
          label={t`From`}
          value={channel ?? ''}
          onChange={(value) => listen(id, { channel: value || null, beneath: 'not-at-all' })}
          choices={from}
        />
      )}
      <p className="acts">
        <Button small onPress={() => act(call(askToGoSlower, { params }))}>
          <Trans>Ask for slower</Trans>
        </Button>
        <Button
          small
          look="quiet"
          onPress={() =>
            act(
              call(nameAnInterpreter, {
                params: { gathering, who: me.who },
                body: { language: null },
              }),
            )
          }
        >
          <Trans>Lay it down</Trans>
        </Button>
      </p>
      <ProblemLine cause={problem} />
    </section>
  )
}
