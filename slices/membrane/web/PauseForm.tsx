/** Resting: by saying so, or by asking the stewards; never longer than the rules say. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readMembrane } from '../api.ts'
import { askForPause, endMyPause, pauseMe, takeWishBack } from '../api/leaving.ts'
import type { Membrane, Mine } from './WaysOutPage.tsx'

type Props = { circle: Membrane['id']; mine: Mine }

export function PauseForm({ circle, mine }: Props) {
  const { i18n } = useLingui()
  const end = useCall(endMyPause, { touches: [readMembrane] })
  const back = useCall(takeWishBack, { touches: [readMembrane] })
  const params = { circle }
  return (
    <section className="place stack" aria-labelledby="pause-h">
      <h2 id="pause-h">
        <Trans>Rest</Trans>
      </h2>
      {mine.pauseDays === null && (
        <p>
          <Trans>The rules have no pause. Ask the stewards what could help.</Trans>
        </p>
      )}
      {mine.pausedUntil && (
        <>
          <p className="well" role="status">
            <Trans>You rest until {dayIn(mine.pausedUntil, undefined, i18n.locale)}.</Trans>
          </p>
          <div className="acts">
            <Button onPress={() => end.mutate({ params })}>
              <Trans>Come back</Trans>
            </Button>
          </div>
        </>
      )}
      {mine.wish !== null && (
        <>
          <p className="well" role="status">
            <Plural
              value={mine.wish}
              one="You have asked for a day. A steward answers."
              other="You have asked for # days. A steward answers."
            />
          </p>
          <div className="acts">
            <Button onPress={() => back.mutate({ params })}>
              <Trans>Take it back</Trans>
            </Button>
          </div>
        </>
      )}
      {mine.pauseDays !== null && !mine.pausedUntil && mine.wish === null && (
        <Asking circle={circle} mine={mine} most={mine.pauseDays} />
      )}
      <ProblemLine cause={end.error ?? back.error} />
    </section>
  )
}

const MONTH_DAYS = 30

function Asking({ circle, mine, most }: Props & { most: number }) {
  const { t } = useLingui()
  const [days, setDays] = useState(String(Math.min(MONTH_DAYS, most)))
  const [why, setWhy] = useState('')
  const rest = useCall(pauseMe, { touches: [readMembrane] })
  const ask = useCall(askForPause, { touches: [readMembrane] })
  function send(event: FormEvent) {
    event.preventDefault()
    const params = { circle }
    const count = Number(days)
    if (mine.pauses) rest.mutate({ params, body: { days: count } })
    else ask.mutate({ params, body: { days: count, why } })
  }
  return (
    <form className="stack" onSubmit={send}>
      <p>
        {mine.pauses ? (
          <Trans>You rest by saying so. You stay a member, and can come back at any time.</Trans>
        ) : (
          <Trans>The stewards grant it. You stay a member, and can come back at any time.</Trans>
        )}
      </p>
      <Field
        label={t`For how many days`}
        hint={t`At most ${most}`}
        type="number"
        inputMode="numeric"
        value={days}
        onChange={setDays}
        isRequired
      />
      {!mine.pauses && (
        <Field label={t`Why, if you wish to say`} lines={2} value={why} onChange={setWhy} />
      )}
      <ProblemLine cause={rest.error ?? ask.error} />
      <div className="acts">
        <Button type="submit" isDisabled={rest.isPending || ask.isPending}>
          {mine.pauses ? <Trans>Rest</Trans> : <Trans>Ask for it</Trans>}
        </Button>
      </div>
    </form>
  )
}
