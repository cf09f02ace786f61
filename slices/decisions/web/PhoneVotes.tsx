/** For facilitators and stewards: a vote that was given by phone is recorded here. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { RecordVote } from './RecordVote.tsx'
import type { Decision } from './useDecision.ts'

export function PhoneVotes({ decision }: { decision: Decision }) {
  const [open, setOpen] = useState(false)
  const { state, may, kind, gathering } = decision
  if (state !== 'open' || !may.record || gathering || kind?.secrecy === 'secret') return null
  return (
    <section className="place" aria-labelledby="phone-h">
      <h2 id="phone-h">
        <Trans>Votes by phone</Trans>
      </h2>
      <p className="hint">
        <Trans>
          Who can neither come nor write may tell you their vote. They are told that you recorded
          it.
        </Trans>
      </p>
      <p className="acts">
        <Button onPress={() => setOpen(true)}>
          <Trans>Record a vote…</Trans>
        </Button>
      </p>
      {open && <RecordVote decision={decision} onClose={() => setOpen(false)} />}
    </section>
  )
}
