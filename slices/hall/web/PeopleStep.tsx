/** Step 3: the first people, rules from one of four models, or a demo to look around in. All can wait. */
import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { InviteForm } from '#slices/circles/web/Invite.tsx'
import { Begin } from '#slices/constitutions/web/Begin.tsx'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { fillWithDemo } from '../api/opening.ts'
import { useHall } from './useHall.ts'

export function PeopleStep({ coop, name }: { coop: `cir_${string}`; name: string }) {
  const hall = useHall()
  return (
    <div className="stack">
      <h1>
        <Trans>
          <bdi>{name}</bdi> is open
        </Trans>
      </h1>
      <section className="place" aria-labelledby="first-h">
        <h2 id="first-h">
          <Trans>Invite the first people</Trans>
        </h2>
        {hall?.mail === false && (
          <p className="hint">
            <Trans>
              No mail server is set, so the invitations stand in the <a href="/outbox">outbox</a>;
              from there you can hand each link on yourself.
            </Trans>
          </p>
        )}
        <InviteForm circle={coop} />
      </section>
      <Begin circle={coop} own={false} beside />
      <Demo />
      <p>
        <Link to="/" className="btn act">
          <Trans>Go into the hall</Trans>
        </Link>
      </p>
    </div>
  )
}

function Demo() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const fill = useCall(fillWithDemo)
  const onSuccess = () => {
    void client.invalidateQueries()
    void navigate({ to: '/' })
  }
  return (
    <section className="place stack" aria-labelledby="demo-h">
      <h2 id="demo-h">
        <Trans>Or look around first</Trans>
      </h2>
      <p>
        <Trans>
          The hall can be filled with a small invented co-op: people, circles, a gathering that was,
          one that is on, one that comes. It cannot be taken out again; for real work, start anew in
          an empty folder.
        </Trans>
      </p>
      <ProblemLine cause={fill.error} />
      <div className="acts">
        <Button onPress={() => fill.mutate({}, { onSuccess })} isDisabled={fill.isPending}>
          <Trans>Fill it with the demo</Trans>
        </Button>
      </div>
    </section>
  )
}
