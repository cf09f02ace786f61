/** The list of a place, to be handed around: who sits here, who of them asks, who speaks. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Mic, PanelsTopLeft } from 'lucide-react'
import { useMemo } from 'react'
import { Toolbar } from 'react-aria-components'
import { Button } from '#web/kit/Button.tsx'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { closeAMicrophone, seatAgain } from '../../api.ts'
import { isHere, microphoneOf, nameIn, sitsAt } from '../../rules/glance.ts'
import type { Person, Room } from '../../rules/state.ts'
import { useActs, useInRoom, useRoom, useRoomWith } from '../useRoom.ts'
import { useTogether } from './mode.tsx'
import { SitDown } from './SitDown.tsx'
import { Sitting } from './Sitting.tsx'
import './together.css'

/** Who sits here, and who went from here and is not in the room by now. */
function listOf(room: Room, by: string, locale: string) {
  const order = new Intl.Collator(locale)
  const seats = Object.values(room.people)
    .filter(({ seat, removed }) => seat?.by === by && !removed)
    .toSorted((a, b) => order.compare(a.name, b.name))
  const isElsewhere = ({ person }: Person) => person !== null && isHere(room, person)
  return {
    here: seats.filter(({ who }) => isHere(room, who)),
    went: seats.filter((one) => !isHere(room, one.who) && !isElsewhere(one)),
  }
}

export function Together() {
  const { i18n } = useLingui()
  const { me } = useInRoom()
  const { act, problem, busy } = useActs()
  const room = useRoomWith('people', 'microphones')
  const place = useRoom((one) => microphoneOf(one, me.who)?.place ?? '')
  const { here, went } = useMemo(
    () => listOf(room, me.who, i18n.locale),
    [room, me.who, i18n.locale],
  )
  return (
    <main className="together" id="main" tabIndex={-1}>
      <div className="together-in">
        <h1>
          <bdi>{place}</bdi>
        </h1>
        <Speaks />
        <ul className="sitting">
          <Sitting who={me.who} mine />
          {here.map(({ who }) => (
            <Sitting key={who} who={who} />
          ))}
        </ul>
        <SitDown />
        {went.length > 0 && (
          <section aria-labelledby="went-title">
            <h2 id="went-title" className="label">
              <Trans>Went</Trans>
            </h2>
            <ul className="sitting">
              {went.map(({ who, name }) => (
                <li key={who}>
                  <p className="name">
                    <bdi>{name}</bdi>
                  </p>
                  <Button
                    isDisabled={busy}
                    onPress={() => void act(seatAgain, { params: { who } })}
                  >
                    <Trans>
                      <bdi>{name}</bdi> is back
                    </Trans>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ProblemLine cause={problem} />
        <p className="acts">
          <Button
            look="quiet"
            isDisabled={busy}
            onPress={() => void act(closeAMicrophone, { params: { who: me.who } })}
          >
            <Trans>We no longer sit here together</Trans>
          </Button>
        </p>
      </div>
    </main>
  )
}

/** Whom of those here the others hear now. */
function Speaks() {
  const { me } = useInRoom()
  const speaker = useRoom(
    (room) => room.floor.holders.find(({ who }) => sitsAt(room, who) === me.who)?.who ?? null,
  )
  const name = useRoom((room) => (speaker ? nameIn(room, speaker) : ''))
  return (
    <p className={speaker ? 'speaks-now' : 'hint'} role="status">
      {speaker ? (
        <>
          <Mic size={20} aria-hidden="true" />
          <span>
            <Trans>
              <b>
                <bdi>{name}</bdi>
              </b>{' '}
              has the floor. Open the microphone below and speak to this device.
            </Trans>
          </span>
        </>
      ) : (
        <Trans>Hand this device around. Each of you asks for the floor by your own name.</Trans>
      )}
    </p>
  )
}

/** Below the list: the sound of this device, and the way to the whole room. */
export function TogetherBar() {
  const { t } = useLingui()
  const { gathering } = useInRoom()
  const { show } = useTogether()
  return (
    <div id="bar" data-place tabIndex={-1}>
      <Toolbar className="bar" aria-label={t`This device`}>
        <Parts of="room-bar" id={gathering} />
        <span className="gap" />
        <Button aria-label={t`Show the whole room`} onPress={() => show('room')}>
          <PanelsTopLeft size={20} aria-hidden="true" />
          <span>
            <Trans>Show the whole room</Trans>
          </span>
        </Button>
      </Toolbar>
    </div>
  )
}
