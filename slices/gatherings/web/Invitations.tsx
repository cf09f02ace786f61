/** Who is invited and what they said. */
import { Trans } from '@lingui/react/macro'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listInvited } from '../api.ts'
import { InvitedRow, OtherRow } from './InvitedRow.tsx'
import { Inviting } from './Inviting.tsx'
import type { GatheringShown } from './shapes.ts'

export function Invitations({ gathering }: { gathering: GatheringShown }) {
  const params = { gathering: gathering.id }
  const { data, error } = useRead(listInvited, { params })
  const ahead = gathering.phase === 'coming' || gathering.phase === 'open'
  return (
    <section className="place" aria-labelledby="invited-h">
      <h2 id="invited-h">
        <Trans>Invited</Trans> <span className="tally num">{data?.invited.length}</span>
      </h2>
      <ProblemLine cause={error} />
      {ahead && <Inviting gathering={gathering} />}
      {data?.invited.length === 0 && (
        <Empty>
          <Trans>Nobody is invited yet.</Trans>
        </Empty>
      )}
      <ul className="rows">
        {data?.invited.map((one) => (
          <InvitedRow key={one.id} one={one} gathering={gathering} />
        ))}
        {data?.others.map(({ name, answer }) => (
          <OtherRow key={name} name={name} answer={answer} />
        ))}
      </ul>
    </section>
  )
}
