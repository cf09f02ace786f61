/** Groups that are planned: where one will be, or where one would like to be; for facilitators all of it. */
import { Trans } from '@lingui/react/macro'
import { useActs, useFacilitates, useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { dropBreakouts, goOut, goToGroup, GroupId } from '../api.ts'
import { type Group, groupOf, type GroupSet, membersOf } from '../rules/state.ts'
import { Groups, Member } from './Groups.tsx'
import { PlanSheet } from './PlanSheet.tsx'

export function Planned({ set }: { set: GroupSet }) {
  const { me } = useInRoom()
  const { act, problem, busy } = useActs()
  const facilitates = useFacilitates()
  const own = groupOf(set, me.who)
  const { minutes } = set
  const isFull = ({ id, places }: Group) => places !== null && membersOf(set, id).length >= places
  const choosing = (group: Group) =>
    set.way === 'choice' && (
      <Button
        small
        aria-pressed={own?.id === group.id}
        isDisabled={busy || (own?.id !== group.id && isFull(group) && !facilitates)}
        onPress={() =>
          void act(goToGroup, {
            body: { group: own?.id === group.id ? null : GroupId.parse(group.id) },
          })
        }
      >
        {own?.id === group.id ? (
          <Trans>You are in: leave</Trans>
        ) : isFull(group) ? (
          <Trans>Full</Trans>
        ) : (
          <Trans>Choose this group</Trans>
        )}
      </Button>
    )
  return (
    <section className="breakouts" aria-labelledby="breakouts-title">
      <header>
        <h2 id="breakouts-title">
          {set.way === 'choice' ? (
            <Trans>Choose a group, for {minutes} minutes</Trans>
          ) : (
            <Trans>Groups, for {minutes} minutes</Trans>
          )}
        </h2>
        {own && set.way !== 'choice' && (
          <p className="hint">
            <Trans>You will be in {own.name}.</Trans>
          </p>
        )}
      </header>
      <Groups set={set} actsOf={choosing} />
      {facilitates && <Unplaced set={set} />}
      {facilitates && <Steering busy={busy} act={act} />}
      <ProblemLine cause={problem} />
    </section>
  )
}

function Unplaced({ set }: { set: GroupSet }) {
  const people = useRoom((room) => room.people)
  const roles = useRoom((room) => room.roles)
  const out = Object.values(people).filter(
    ({ who, removed, stays }) =>
      !removed &&
      stays.at(-1)?.till === null &&
      !groupOf(set, who) &&
      !roles[who]?.includes('facilitator'),
  )
  if (out.length === 0) return null
  return (
    <p className="members">
      <span className="hint">
        <Trans>In no group yet:</Trans>
      </span>
      {out.map(({ who }) => (
        <Member key={who} set={set} who={who} group={null} />
      ))}
    </p>
  )
}

type Acts = ReturnType<typeof useActs>

function Steering({ act, busy }: Pick<Acts, 'act' | 'busy'>) {
  const { open } = useFloats()
  return (
    <div className="acts">
      <Button look="act" small isDisabled={busy} onPress={() => void act(goOut)}>
        <Trans>Let the groups go</Trans>
      </Button>
      <Button small onPress={() => open(<PlanSheet />)}>
        <Trans>Plan them anew</Trans>
      </Button>
      <Button small look="quiet" isDisabled={busy} onPress={() => void act(dropBreakouts)}>
        <Trans>Drop the plan</Trans>
      </Button>
    </div>
  )
}
