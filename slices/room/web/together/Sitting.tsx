/** Somebody who sits here: their hand, their turn, their going. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Hand } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import {
  askForTheFloor,
  askFromASeat,
  endATurn,
  leaveASeat,
  withdrawFromTheStack,
} from '../../api.ts'
import type { Who } from '../../rules/call.ts'
import { nameIn } from '../../rules/glance.ts'
import { placeOf } from '../../rules/stack.ts'
import { type RequestKind, REQUEST_KINDS } from '../../rules/state.ts'
import { REQUESTS } from '../kinds.ts'
import { type Acts, useActs, useRoom } from '../useRoom.ts'

/** `mine`: whose device it is; they have a seat of their own as long as it is here. */
export function Sitting({ who, mine = false }: { who: Who; mine?: boolean }) {
  const { t } = useLingui()
  const acts = useActs()
  const name = useRoom((room) => nameIn(room, who))
  const speaks = useRoom((room) => room.floor.holders.some((holder) => holder.who === who))
  const params = { who }
  return (
    <li className={speaks ? 'has-floor' : ''}>
      <Face id={who} name={name} />
      <p className="name">
        <bdi>{name}</bdi>
      </p>
      {speaks ? (
        <Button
          look="act"
          aria-label={t`I have finished: ${name}`}
          onPress={() => void acts.act(endATurn, { params })}
        >
          <Trans>I have finished</Trans>
        </Button>
      ) : (
        <Asking who={who} name={name} mine={mine} acts={acts} />
      )}
      {!mine && (
        <Button
          look="quiet"
          aria-label={t`Leaves: ${name}`}
          onPress={() => void acts.act(leaveASeat, { params })}
        >
          <Trans>Leaves</Trans>
        </Button>
      )}
      <ProblemLine cause={acts.problem} />
    </li>
  )
}

type AskingProps = { who: Who; name: string; mine: boolean; acts: Acts }

function Asking({ who, name, mine, acts: { act, busy } }: AskingProps) {
  const { t, i18n } = useLingui()
  const kind = useRoom((room) => room.stack.requests.find((one) => one.who === who)?.kind)
  const place = useRoom((room) => (kind ? placeOf(room, who) : 0))
  const closed = useRoom((room) => room.stack.closed)
  const ask = (asked: RequestKind) =>
    mine
      ? act(askForTheFloor, { body: { kind: asked } })
      : act(askFromASeat, { params: { who }, body: { kind: asked } })
  if (kind) {
    const what = i18n._(REQUESTS[kind].name).toLocaleLowerCase(i18n.locale)
    return (
      <Button
        aria-pressed
        isDisabled={busy}
        aria-label={t`${place} ${what}: take the hand of ${name} down`}
        onPress={() => void act(withdrawFromTheStack, { params: { who } })}
      >
        <Hand size={20} aria-hidden="true" />
        <span>
          <span className="num">{place}</span> {what}
        </span>
      </Button>
    )
  }
  const words = closed ? t`The stack is closed` : t`Ask for the floor for ${name}`
  const choices: Choice[] = REQUEST_KINDS.map((one) => ({
    id: one,
    label: i18n._(REQUESTS[one].name),
    aside: i18n._(REQUESTS[one].hint),
    run: () => void ask(one),
  }))
  return (
    <MenuButton label={words} choices={choices} placement="bottom end">
      <Button isDisabled={busy || closed} aria-label={words}>
        <Hand size={20} aria-hidden="true" />
        {closed ? <Trans>The stack is closed</Trans> : <Trans>Ask for the floor</Trans>}
      </Button>
    </MenuButton>
  )
}
