/** At the head of the stage while one is in a group: its question, its time, who is in it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { DoorOpen, LifeBuoy, Mic, Shuffle } from 'lucide-react'
import { endATurn } from '#slices/room/api.ts'
import { WordsOf } from '#slices/room/web/WordsOf.tsx'
import { shortNameOf } from '#slices/room/web/names.ts'
import { useActs, useFacilitates, useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Here } from '#slices/room/web/within.tsx'
import { Button } from '#web/kit/Button.tsx'
import { MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { callForHelp, goToGroup, GroupId, helpIsHere, nameAReporter } from '../api.ts'
import { type Group, type GroupSet, membersOf } from '../rules/state.ts'
import { TimeLeft } from './TimeLeft.tsx'

type Props = { set: GroupSet; group: Group }

export function GroupHead({ set, group }: Props) {
  const { act, problem } = useActs()
  const facilitates = useFacilitates()
  const goHome = () => void act(goToGroup, { body: { group: null } })
  return (
    <section className="group-head" aria-labelledby="group-name">
      <header>
        <h2 id="group-name">
          <bdi>{group.name}</bdi>
        </h2>
        <TimeLeft group={group} />
      </header>
      {group.question && (
        <p className="question doc" dir="auto">
          <WordsOf text={group.question} />
        </p>
      )}
      <Reporter set={set} group={group} />
      <div className="acts">
        <Here>
          <Finish />
        </Here>
        <Help group={group} />
        {(set.wander || facilitates) && <Elsewhere set={set} group={group} />}
        <Button small onPress={goHome}>
          <DoorOpen size={16} aria-hidden="true" />
          <Trans>Back to the main hall</Trans>
        </Button>
      </div>
      <ProblemLine cause={problem} />
    </section>
  )
}

/** Who says in the main hall what the group brings back. */
function Reporter({ set, group }: Props) {
  const { t } = useLingui()
  const people = useRoom((room) => room.people)
  const { act, problem } = useActs()
  const members = membersOf(set, group.id)
  const choices = members.map((who) => ({ value: who, label: people[who]?.name ?? '' }))
  const nobody = { value: '', label: t`nobody yet` }
  return (
    <div className="reporter">
      <p className="hint">
        <bdi>{members.map((who) => shortNameOf(people, who)).join(', ')}</bdi>
      </p>
      <Select
        label={t`Reports for us`}
        value={group.reporter ?? ''}
        choices={group.reporter ? choices : [nobody, ...choices]}
        onChange={(who) =>
          who &&
          void act(nameAReporter, { params: { group: GroupId.parse(group.id) }, body: { who } })
        }
      />
      <ProblemLine cause={problem} />
    </div>
  )
}

/** In the group's room: who has its floor gives it back. */
function Finish() {
  const { me } = useInRoom()
  const { act } = useActs()
  const hasFloor = useRoom((room) => room.floor.holders.some(({ who }) => who === me.who))
  if (!hasFloor) return null
  return (
    <Button small look="act" onPress={() => void act(endATurn, { params: { who: me.who } })}>
      <Mic size={16} aria-hidden="true" />
      <Trans>I have finished</Trans>
    </Button>
  )
}

function Help({ group }: { group: Group }) {
  const { act, problem } = useActs()
  const params = { group: GroupId.parse(group.id) }
  return (
    <>
      <Button
        small
        aria-pressed={group.help !== null}
        onPress={() => void act(group.help ? helpIsHere : callForHelp, { params })}
      >
        <LifeBuoy size={16} aria-hidden="true" />
        {group.help ? <Trans>Help is called: take it back</Trans> : <Trans>Call for help</Trans>}
      </Button>
      <ProblemLine cause={problem} />
    </>
  )
}

/** To another group, where one may wander. */
export function Elsewhere({ set, group }: { set: GroupSet; group: Group | null }) {
  const { t } = useLingui()
  const { act } = useActs()
  const others = set.groups.filter(({ id, backAt }) => id !== group?.id && backAt === null)
  if (others.length === 0) return null
  const choices = others.map(({ id, name }) => ({
    id,
    label: name,
    aside: membersOf(set, id).length,
    run: () => void act(goToGroup, { body: { group: GroupId.parse(id) } }),
  }))
  return (
    <MenuButton label={t`To another group`} choices={choices} placement="bottom start">
      <Button small>
        <Shuffle size={16} aria-hidden="true" />
        <Trans>To another group</Trans>
      </Button>
    </MenuButton>
  )
}
