/** What whoever keeps a poll may do with it, and taking it along as a file. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf } from '#kernel/operation.ts'
import { wallAt } from '#slices/gatherings/rules/zones.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { OWN_ZONE } from '#web/kit/When.tsx'
import { closePoll, movePollClose, reopenPoll, withdrawPoll } from '../api/asking.ts'
import { exportPoll } from '../api/reading.ts'
import { dayAhead, ownInstant } from './draft.ts'
import { type Poll, TOUCHES } from './usePoll.ts'

type SheetProps = { poll: Poll; done: () => void }

/** Another close for what is open, or a new one for what is closed. */
function UntilSheet({ poll, done }: SheetProps) {
  const { t } = useLingui()
  const isOpen = poll.state === 'open'
  const close = wallAt(poll.closesAt, OWN_ZONE)
  const [day, setDay] = useState(isOpen ? close.slice(0, 10) : dayAhead(3))
  const [time, setTime] = useState(close.slice(11))
  const move = useCall(movePollClose, { touches: TOUCHES })
  const open = useCall(reopenPoll, { touches: TOUCHES })
  const set = isOpen ? move : open
  const closesAt = ownInstant(day, time)
  const params = { poll: poll.poll }
  return (
    <Sheet
      title={isOpen ? t`Another close` : t`Open it again`}
      act={isOpen ? t`Save` : t`Open it again`}
      busy={set.isPending || closesAt === null}
      problem={set.error}
      onClose={done}
      onAct={() => closesAt && set.mutate({ params, body: { closesAt } }, { onSuccess: done })}
    >
      <Field label={t`Closes on`} type="date" value={day} onChange={setDay} autoFocus />
      <Field
        label={t`At`}
        type="time"
        value={time}
        onChange={setTime}
        hint={t`By your own clock.`}
      />
    </Sheet>
  )
}

function WithdrawSheet({ poll, done }: SheetProps) {
  const { t } = useLingui()
  const [why, setWhy] = useState('')
  const withdraw = useCall(withdrawPoll, { touches: TOUCHES })
  return (
    <Sheet
      title={t`Withdraw it`}
      act={t`Withdraw it`}
      busy={withdraw.isPending || why.trim() === ''}
      problem={withdraw.error}
      onClose={done}
      onAct={() =>
        withdraw.mutate({ params: { poll: poll.poll }, body: { why } }, { onSuccess: done })
      }
    >
      <Field
        label={t`Why`}
        hint={t`Everybody in the circle reads it. What was answered stays; it cannot be opened again.`}
        value={why}
        onChange={setWhy}
        maxLength={300}
        autoFocus
      />
    </Sheet>
  )
}

type Doing = 'until' | 'withdraw' | null

function Keeping({ poll }: { poll: Poll }) {
  const [doing, setDoing] = useState<Doing>(null)
  const close = useCall(closePoll, { touches: TOUCHES })
  const { state, called } = poll
  const params = { poll: poll.poll }
  const stands = called !== null && !called.off
  if (state === 'withdrawn' || stands) return null
  const done = () => setDoing(null)
  return (
    <section className="place stack" aria-labelledby="keep-h">
      <h2 id="keep-h">
        <Trans>To do with it</Trans>
      </h2>
      <p className="acts">
        {state === 'open' && (
          <>
            <Button small isDisabled={close.isPending} onPress={() => close.mutate({ params })}>
              <Trans>Close it now</Trans>
            </Button>
            <Button small onPress={() => setDoing('until')}>
              <Trans>Another close…</Trans>
            </Button>
          </>
        )}
        {state === 'open' && poll.answers === 0 && (
          <Link className="btn small" to="/polls/$poll/change" params={params}>
            <Trans>Ask it otherwise</Trans>
          </Link>
        )}
        {state === 'closed' && (
          <Button small onPress={() => setDoing('until')}>
            <Trans>Open it again…</Trans>
          </Button>
        )}
        <Button small look="quiet" onPress={() => setDoing('withdraw')}>
          <Trans>Withdraw it…</Trans>
        </Button>
      </p>
      <ProblemLine cause={close.error} />
      {doing === 'until' && <UntilSheet poll={poll} done={done} />}
      {doing === 'withdraw' && <WithdrawSheet poll={poll} done={done} />}
    </section>
  )
}

export function Acts({ poll }: { poll: Poll }) {
  const file = (format: 'csv' | 'json') => addressOf(exportPoll, { poll: poll.poll, format })
  return (
    <div className="column">
      {poll.may.keep && <Keeping poll={poll} />}
      <p className="hint">
        <Trans>
          The whole as <a href={file('csv')}>a table (CSV)</a> or <a href={file('json')}>JSON</a>.
        </Trans>
      </p>
    </div>
  )
}
