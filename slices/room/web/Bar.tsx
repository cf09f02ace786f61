/** The bar: the hand, the temperature, the way out. */
import { Trans, useLingui } from '@lingui/react/macro'
import { DoorOpen, Hand } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { askForTheFloor, leaveTheRoom, withdrawFromTheStack } from '../api.ts'
import { placeOf } from '../rules/stack.ts'
import { REQUEST_KINDS } from '../rules/state.ts'
import { useFloats } from './Floats.tsx'
import { EndSheet } from './EndSheet.tsx'
import { HandOverSheet } from './HandOverSheet.tsx'
import { REQUESTS } from './kinds.ts'
import { Temperature } from './Temperature.tsx'
import { type Acts, useActs, useFacilitates, useInRoom, useRoom } from './useRoom.ts'
import { Here } from './within.tsx'

export function Bar() {
  const { t } = useLingui()
  const acts = useActs()
  const over = useRoom((room) => room.endedAt !== null)
  const { gathering } = useInRoom()
  return (
    <>
      <ProblemLine cause={acts.problem} />
      <div id="bar" data-place tabIndex={-1}>
        <Toolbar className="bar" aria-label={t`You in the room`}>
          {over ? (
            <a className="btn act" href={`/gatherings/${gathering}`}>
              <Trans>To the minutes</Trans>
            </a>
          ) : (
            <>
              <Parts of="room-bar" id={gathering} />
              <Here>
                <Felt />
              </Here>
            </>
          )}
          <span className="gap" />
          <LeaveButton acts={acts} />
        </Toolbar>
      </div>
    </>
  )
}

/** The hand and the temperature of where one is: the main hall, or a group's room within it. */
function Felt() {
  const acts = useActs()
  return (
    <>
      <HandButton acts={acts} />
      <Temperature acts={acts} />
      <ProblemLine cause={acts.problem} />
    </>
  )
}

/** "2nd" in the reader's language. */
export function useOrdinal(): (place: number) => string {
  const { t, i18n } = useLingui()
  return (place) => {
    if (i18n.locale.startsWith('es')) return `${place}.º`
    const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(place)
    const endings: Partial<Record<Intl.LDMLPluralRule, string>> = {
      one: 'st',
      two: 'nd',
      few: 'rd',
    }
    const ending = endings[rule] ?? 'th'
    return t`${place}${ending}`
  }
}

function HandButton({ acts: { act, busy } }: { acts: Acts }) {
  const { t, i18n } = useLingui()
  const { me } = useInRoom()
  const ordinal = useOrdinal()
  const request = useRoom((room) => room.stack.requests.find(({ who }) => who === me.who))
  const place = useRoom((room) => placeOf(room, me.who))
  const closed = useRoom((room) => room.stack.closed)
  const asks: Choice[] = REQUEST_KINDS.map((kind) => ({
    id: kind,
    label: i18n._(REQUESTS[kind].name),
    aside: i18n._(REQUESTS[kind].hint),
    pressed: request?.kind === kind,
    run: () => void act(askForTheFloor, { body: { kind } }),
  }))
  const takeBack: Choice = {
    id: 'take-back',
    label: t`Take the hand down`,
    end: true,
    run: () => void act(withdrawFromTheStack, { params: { who: me.who } }),
  }
  const where = place > 0 ? ordinal(place) : ''
  const what = request ? i18n._(REQUESTS[request.kind].name).toLocaleLowerCase() : ''
  const name = request ? t`Hand up: ${what}, you are ${where}` : t`Ask for the floor`
  return (
    <MenuButton label={name} choices={request ? [...asks, takeBack] : asks}>
      <Button
        id="hand"
        isDisabled={closed && !request}
        {...(request ? { 'aria-pressed': true } : {})}
      >
        <Hand size={20} aria-hidden="true" />
        <span>
          {request ? (
            <Trans>Hand up: {what}</Trans>
          ) : busy ? (
            <Trans>asking…</Trans>
          ) : closed ? (
            <Trans>The stack is closed</Trans>
          ) : (
            <Trans>Ask for the floor</Trans>
          )}
        </span>
        {request && <b className="num">{where}</b>}
      </Button>
    </MenuButton>
  )
}

function LeaveButton({ acts: { act } }: { acts: Acts }) {
  const { t } = useLingui()
  const { gathering } = useInRoom()
  const { open } = useFloats()
  const facilitates = useFacilitates()
  const over = useRoom((room) => room.endedAt !== null)
  const begun = useRoom((room) => room.beganAt !== null)
  async function leave() {
    if (over || (await act(leaveTheRoom))) location.assign(`/g/${gathering}`)
  }
  const button = (
    <Button
      look="leave"
      aria-label={t`Leave`}
      {...(facilitates && !over ? {} : { onPress: () => void leave() })}
    >
      <DoorOpen size={20} aria-hidden="true" />
      <span>
        <Trans>Leave</Trans>
      </span>
    </Button>
  )
  if (!facilitates || over) return button
  const choices: Choice[] = [
    { id: 'leave', label: t`Leave`, run: () => void leave() },
    {
      id: 'hand-over',
      label: t`Hand over, then leave`,
      run: () => open(<HandOverSheet onDone={() => void leave()} />),
    },
    ...(begun
      ? [{ id: 'end', label: t`End for everyone`, end: true, run: () => open(<EndSheet />) }]
      : []),
  ]
  return (
    <MenuButton label={t`Leave`} placement="top end" choices={choices}>
      {button}
    </MenuButton>
  )
}
