/** In the main hall while groups are out: where everybody is, how long, who calls for help. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Megaphone, Mic, Timer, Undo2 } from 'lucide-react'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { AnnounceSheet } from '#slices/room/web/AnnounceSheet.tsx'
import { useActs, useFacilitates, useInRoom } from '#slices/room/web/useRoom.ts'
import { toggle, useCallNow } from '#slices/voices/web/inCall.ts'
import { Button } from '#web/kit/Button.tsx'
import { MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import {
  callGroupsBack,
  goToGroup,
  GroupId,
  helpIsHere,
  lengthenBreakouts,
  speakToAllGroups,
} from '../api.ts'
import type { Group, GroupSet } from '../rules/state.ts'
import { Groups } from './Groups.tsx'

export function Out({ set }: { set: GroupSet }) {
  const acts = useActs()
  const facilitates = useFacilitates()
  const { act } = acts
  const mayGo = facilitates || set.wander
  const ofGroup = (group: Group) => {
    const params = { group: GroupId.parse(group.id) }
    return (
      <>
        {mayGo && (
          <Button small onPress={() => void act(goToGroup, { body: params })}>
            <Trans>Go there</Trans>
          </Button>
        )}
        {facilitates && (
          <Button
            small
            look="quiet"
            onPress={() => void act(lengthenBreakouts, { body: { ...params, minutes: 2 } })}
          >
            <Trans>2 minutes more</Trans>
          </Button>
        )}
        {facilitates && group.help && (
          <Button small look="quiet" onPress={() => void act(helpIsHere, { params })}>
            <Trans>Help came</Trans>
          </Button>
        )}
      </>
    )
  }
  return (
    <section className="breakouts" aria-labelledby="breakouts-title">
      <header>
        <h2 id="breakouts-title">
          <Trans>The groups are out</Trans>
        </h2>
      </header>
      <Groups set={set} actsOf={ofGroup} />
      {facilitates && <Steering set={set} acts={acts} />}
      <ProblemLine cause={acts.problem} />
    </section>
  )
}

type SteeringProps = { set: GroupSet; acts: ReturnType<typeof useActs> }

function Steering({ set, acts: { act } }: SteeringProps) {
  const { t } = useLingui()
  const { open } = useFloats()
  const more = [1, 2, 5, 10].map((minutes) => ({
    id: String(minutes),
    label: t`${minutes} minutes more for all`,
    run: () => void act(lengthenBreakouts, { body: { group: null, minutes } }),
  }))
  const back = [
    { id: '60', label: t`in one minute`, run: () => void act(callGroupsBack, seconds(60)) },
    { id: '120', label: t`in two minutes`, run: () => void act(callGroupsBack, seconds(120)) },
    { id: '0', label: t`at once`, end: true, run: () => void act(callGroupsBack, seconds(0)) },
  ]
  return (
    <div className="acts">
      <MenuButton label={t`Call all back`} choices={back}>
        <Button small look="act">
          <Undo2 size={16} aria-hidden="true" />
          <Trans>Call all back</Trans>
        </Button>
      </MenuButton>
      <MenuButton label={t`More time`} choices={more}>
        <Button small>
          <Timer size={16} aria-hidden="true" />
          <Trans>More time</Trans>
        </Button>
      </MenuButton>
      <VoiceToAll set={set} act={act} />
      <Button small onPress={() => open(<AnnounceSheet />)}>
        <Megaphone size={16} aria-hidden="true" />
        <Trans>Write to all</Trans>
      </Button>
    </div>
  )
}

const seconds = (count: number) => ({ body: { seconds: count } })

/** Speaking to all groups; the microphone is opened by its owner, with the same press. */
function VoiceToAll({ set, act }: { set: GroupSet; act: SteeringProps['acts']['act'] }) {
  const { gathering, me } = useInRoom()
  const { state, may, mine } = useCallNow(gathering)
  if (state === 'out' || !may.includes('microphone')) return null
  const speaks = set.voice === me.who
  async function press() {
    if (!(await act(speakToAllGroups, { body: { on: !speaks } }))) return
    if (mine.includes('microphone') === speaks) toggle(gathering, 'microphone', !speaks)
  }
  return (
    <Button small aria-pressed={speaks} onPress={() => void press()}>
      <Mic size={16} aria-hidden="true" />
      {speaks ? <Trans>All groups hear you: stop</Trans> : <Trans>Speak to all groups</Trans>}
    </Button>
  )
}
