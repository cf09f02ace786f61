/** For facilitators: parts left out, the day until which it is kept, all deleted. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { plus, SECOND } from '#kernel/clock.ts'
import type { Id } from '#kernel/ids.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import {
  cutTheRecording,
  deleteTheRecording,
  keepTheRecording,
  type RecordingShown,
  readTheRecording,
} from '../api.ts'
import type { Player } from './playing.ts'
import { secondsOf, stamp } from './times.ts'

type Props = { id: Id<'gth'>; player: Player; shown: RecordingShown }
const TOUCHES = { touches: [readTheRecording] }

export function Care(props: Props) {
  return (
    <section className="place recording-care" aria-labelledby="care-h">
      <h2 id="care-h">
        <Trans>Care for the recording</Trans>
      </h2>
      <Cutting {...props} />
      <Keeping {...props} />
    </section>
  )
}

function Cutting({ id, player, shown }: Props) {
  const { t } = useLingui()
  const [from, setFrom] = useState('')
  const [till, setTill] = useState('')
  const cut = useCall(cutTheRecording, TOUCHES)
  const begins = secondsOf(from)
  const ends = secondsOf(till)
  const fits = begins !== null && ends !== null && begins < ends
  const moment = (second: number) => plus(shown.from ?? '', second * SECOND)
  return (
    <form
      className="recording-row"
      onSubmit={(event) => {
        event.preventDefault()
        if (!fits) return
        const body = { from: moment(begins), till: moment(ends) }
        cut.mutate(
          { params: { gathering: id }, body },
          {
            onSuccess: () => {
              setFrom('')
              setTill('')
            },
          },
        )
      }}
    >
      <Field label={t`Leave out from`} placeholder="0:00" value={from} onChange={setFrom} />
      <Field label={t`till`} placeholder={stamp(player.total)} value={till} onChange={setTill} />
      <Button type="submit" isDisabled={!fits || cut.isPending}>
        <Trans>Delete this part</Trans>
      </Button>
      <ProblemLine cause={cut.error} />
    </form>
  )
}

function Keeping({ id, shown }: Props) {
  const { t } = useLingui()
  const [day, setDay] = useState(shown.until ?? '')
  const [asks, setAsks] = useState(false)
  const keep = useCall(keepTheRecording, TOUCHES)
  const gone = useCall(deleteTheRecording, TOUCHES)
  const params = { gathering: id }
  return (
    <div className="recording-row">
      <Field label={t`Keep it until`} type="date" value={day} onChange={setDay} />
      <Button
        isDisabled={day === '' || day === shown.until || keep.isPending}
        onPress={() => keep.mutate({ params, body: { until: day } })}
      >
        <Trans>Set this day</Trans>
      </Button>
      <Button look="leave" onPress={() => setAsks(true)}>
        <Trans>Delete the recording</Trans>
      </Button>
      <ProblemLine cause={keep.error} />
      {asks && (
        <Sheet
          title={t`Delete the recording?`}
          act={t`Delete it for good`}
          busy={gone.isPending}
          problem={gone.error}
          onClose={() => setAsks(false)}
          onAct={() => gone.mutate({ params }, { onSuccess: () => setAsks(false) })}
        >
          <Trans>All voices are deleted. What the minutes say stays.</Trans>
        </Sheet>
      )}
    </div>
  )
}
