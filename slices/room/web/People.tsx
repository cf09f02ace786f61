/** People: who cares for the gathering, who is on the stage, who is in the hall; names whole. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { takeFacilitationOver } from '../api.ts'
import type { Who } from '../rules/call.ts'
import { facilitatorsHere, itemNow, microphoneOf, peopleHere, rolesOf } from '../rules/glance.ts'
import type { Person, Room } from '../rules/state.ts'
import { LobbyList } from './LobbyList.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import { PlaceAct } from './together/PlaceAct.tsx'
import { useActs, useInRoom, useRoom } from './useRoom.ts'

type Groups = {
  care: Person[]
  stage: Person[]
  /** Who sits together, whose device is the microphone there first. */
  places: { place: string; people: Person[] }[]
  hall: Person[]
  were: Person[]
}

function placesOf(room: Room, here: readonly Person[]): Groups['places'] {
  return Object.keys(room.microphones).flatMap((by) => {
    const microphone = microphoneOf(room, by)
    const people = here.filter(({ who, seat }) => who === by || seat?.by === by)
    return microphone && people.length > 0 ? [{ place: microphone.place, people }] : []
  })
}

function groupsOf(room: Room): Groups {
  const present = new Set(peopleHere(room))
  const places = placesOf(room, [...present])
  const together = new Set(places.flatMap(({ people }) => people))
  const here = [...present].filter((person) => !together.has(person))
  const care = new Set(
    here.filter(({ who }) => rolesOf(room, who).some((role) => role !== 'speaker')),
  )
  const up = new Set<Who>([
    ...room.floor.holders.map(({ who }) => who),
    ...(itemNow(room)?.owners ?? []).flatMap(({ id }) => id ?? []),
  ])
  const rest = here.filter((person) => !care.has(person))
  return {
    care: [...care],
    places,
    stage: rest.filter(({ who }) => up.has(who)),
    hall: rest.filter(({ who }) => !up.has(who)),
    were: Object.values(room.people).filter((person) => !present.has(person) && !person.removed),
  }
}

function byName(locale: string) {
  const order = new Intl.Collator(locale)
  return (a: Person, b: Person) => order.compare(a.name, b.name)
}

export function People() {
  const { i18n } = useLingui()
  const people = useRoom((room) => room.people)
  const roles = useRoom((room) => room.roles)
  const microphones = useRoom((room) => room.microphones)
  const items = useRoom((room) => room.items)
  const holders = useRoom((room) => room.floor.holders)
  const { store } = useInRoom()
  const [menu, setMenu] = useState<{ who: Who; anchor: Element } | null>(null)
  const groups = useMemo(
    () => groupsOf({ ...store.room(), people, roles, items, microphones }),
    // The holders are read from the room itself.
    // oxlint-disable-next-line react/exhaustive-deps
    [people, roles, items, microphones, holders, store],
  )
  const onMenu = useCallback((who: Who, anchor: Element) => setMenu({ who, anchor }), [])
  return (
    <div className="crowd">
      <LobbyList />
      <NoFacilitator />
      <Group people={groups.care} onMenu={onMenu} first>
        <Trans>Care for the gathering</Trans>
      </Group>
      <Group people={groups.stage} onMenu={onMenu}>
        <Trans>On the stage</Trans>
      </Group>
      {groups.places.map(({ place, people: sitting }) => (
        <Group key={sitting[0]?.who} people={sitting} onMenu={onMenu}>
          <bdi>{place}</bdi>
        </Group>
      ))}
      <Group people={groups.hall.toSorted(byName(i18n.locale))} onMenu={onMenu}>
        <Trans>In the hall</Trans>
      </Group>
      {groups.were.length > 0 && (
        <details>
          <summary className="label">
            <Trans>Were here before</Trans> <span className="num">{groups.were.length}</span>
          </summary>
          <Group people={groups.were.toSorted(byName(i18n.locale))} onMenu={onMenu} />
        </details>
      )}
      <PlaceAct />
      {menu && <PersonMenu who={menu.who} anchor={menu.anchor} onClose={() => setMenu(null)} />}
    </div>
  )
}

type GroupProps = {
  people: readonly Person[]
  onMenu: (who: Who, anchor: Element) => void
  first?: boolean
  children?: ReactNode
}

function Group({ people, onMenu, first, children }: GroupProps) {
  if (people.length === 0) return null
  return (
    <>
      {children && (
        <h3>
          {children}
          {first && (
            <span>
              <Trans>minutes spoken</Trans>
            </span>
          )}
        </h3>
      )}
      <ul>
        {people.map((person) => (
          <PersonRow key={person.who} person={person} onMenu={onMenu} />
        ))}
      </ul>
    </>
  )
}

/** When no facilitator is here, anybody with an account may take over. */
function NoFacilitator() {
  const { me } = useInRoom()
  const { act, problem, busy } = useActs()
  const missing = useRoom(
    (room) => room.endedAt === null && room.beganAt !== null && facilitatorsHere(room).length === 0,
  )
  if (!missing) return null
  return (
    <div className="notice">
      <div>
        <p>
          <Trans>No facilitator is here right now.</Trans>
        </p>
        {me.kind === 'person' && (
          <Button small isDisabled={busy} onPress={() => void act(takeFacilitationOver)}>
            <Trans>Take over</Trans>
          </Button>
        )}
        <ProblemLine cause={problem} />
      </div>
    </div>
  )
}
