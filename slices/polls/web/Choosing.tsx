/** How a time poll ends: whoever keeps it chooses a time, and the gathering is called. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { hallNow } from '#web/kit/clock.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { callFromPoll } from '../api/asking.ts'
import { canCome } from '../rules/slots.ts'
import { type Poll, type Slot, TOUCHES } from './usePoll.ts'
import { useSlotWords } from './words.tsx'
import styles from './polls.module.css'

export function Choosing({ poll }: { poll: Poll }) {
  const { called, state, may } = poll
  if (called && !called.off) return <Called poll={poll} />
  if (!may.keep || state === 'withdrawn' || (state === 'open' && poll.answers === 0)) return null
  return (
    <section className="place stack" aria-labelledby="choose-h">
      <h2 id="choose-h">
        <Trans>Choose a time</Trans>
      </h2>
      {called?.off && (
        <p className="well">
          <Trans>The gathering that was called from it was called off. Choose again.</Trans>
        </p>
      )}
      {may.call ? (
        <Form poll={poll} />
      ) : (
        <p className="hint">
          <Trans>
            Not all may call gatherings of this circle, and you may not. Ask a steward to choose one
            of the times here.
          </Trans>
        </p>
      )}
    </section>
  )
}

function Called({ poll }: { poll: Poll }) {
  const slotWords = useSlotWords(poll.zone)
  const slot = poll.slots.find(({ id }) => id === poll.called?.slot)
  if (!poll.called || !slot) return null
  return (
    <section className="place" aria-labelledby="called-h">
      <h2 id="called-h">
        <Trans>It became a gathering</Trans>
      </h2>
      <p>
        <Link
          className="what"
          to="/gatherings/$gathering"
          params={{ gathering: poll.called.gathering }}
        >
          {slotWords(slot)}
        </Link>
      </p>
      {!poll.hidden && (
        <p className="hint">
          <Trans>
            What you said of that time is your answer to the call. You can change it there.
          </Trans>
        </p>
      )}
    </section>
  )
}

/** The best time, and those that are level with it. */
function Best({ poll }: { poll: Poll }) {
  const slotWords = useSlotWords(poll.zone)
  const best = poll.slots.find(({ id }) => id === poll.best)
  if (!best)
    return (
      <p>
        <Trans>Nobody can come at any of its times yet.</Trans>
      </p>
    )
  const can = canCome(best.sums)
  const plain = best.sums.yes
  return (
    <p>
      <Trans>
        Best: <b>{slotWords(best)}</b>
      </Trans>
      {'. '}
      <Plural value={can} one="One can come" other="# can come" />
      {', '}
      <Plural
        value={plain}
        _0="none says plain yes"
        one="one says plain yes"
        other="# say plain yes"
      />
      {'. '}
      {poll.level.length > 0 && (
        <Plural
          value={poll.level.length}
          one="One later time suits as many: it is a tie, and the earlier is named."
          other="# later times suit as many: it is a tie, and the earliest is named."
        />
      )}
    </p>
  )
}

function Form({ poll }: { poll: Poll }) {
  const { t } = useLingui()
  const slotWords = useSlotWords(poll.zone)
  const navigate = useNavigate()
  const [now] = useState(hallNow)
  const ahead = poll.slots.filter(({ startsAt }) => Date.parse(startsAt) > now)
  const [slot, setSlot] = useState<string | null>(null)
  const call = useCall(callFromPoll, { touches: TOUCHES })
  const wish = slot ?? poll.best
  const chosen = ahead.find(({ id }) => id === wish) ?? ahead[0]
  // News of the close may take this form away before the answer is here; one goes on all the same.
  const choose = (id: Slot['id']) =>
    void call.mutateAsync({ params: { poll: poll.poll }, body: { slot: id } }).then(
      ({ gathering }) => navigate({ to: '/gatherings/$gathering', params: { gathering } }),
      // A refusal stands below.
      () => undefined,
    )
  return (
    <>
      <Best poll={poll} />
      <div className={styles['choose']}>
        <Select
          label={t`The gathering begins`}
          value={chosen?.id ?? ''}
          onChange={setSlot}
          choices={ahead.map((one) => {
            const can = canCome(one.sums)
            const when = slotWords(one)
            return { value: one.id, label: t`${when}: ${can} can come` }
          })}
        />
        <Button
          look={poll.may.answer ? 'plain' : 'act'}
          isDisabled={call.isPending || !chosen}
          onPress={() => chosen && choose(chosen.id)}
        >
          <Trans>Call the gathering</Trans>
        </Button>
      </div>
      <p className="hint">
        {poll.hidden ? (
          <Trans>
            It closes the poll and asks everybody in the circle to come. As names are hidden,
            nobody’s answer is carried on.
          </Trans>
        ) : (
          <Trans>
            It closes the poll and asks everybody in the circle to come. What people said of that
            time is their answer; they can change it.
          </Trans>
        )}
      </p>
      <ProblemLine cause={call.error} />
    </>
  )
}
