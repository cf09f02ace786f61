/** The groups as a list: name, question, who is in it, and what the reader may do with each. */
import { Trans, useLingui } from '@lingui/react/macro'
import { LifeBuoy } from 'lucide-react'
import type { ReactNode } from 'react'
import { shortNameOf } from '#slices/room/web/names.ts'
import { useActs, useFacilitates, useRoom } from '#slices/room/web/useRoom.ts'
import { WordsOf } from '#slices/room/web/WordsOf.tsx'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { GroupId, nameAHost, placeInGroup } from '../api.ts'
import { type Group, type GroupSet, membersOf } from '../rules/state.ts'
import { TimeLeft } from './TimeLeft.tsx'

type Props = { set: GroupSet; actsOf?: (group: Group) => ReactNode }

export function Groups({ set, actsOf }: Props) {
  const { t } = useLingui()
  return (
    <ul className="groups" aria-label={t`Groups`}>
      {set.groups.map((group) => (
        <li key={group.id} className={group.help ? 'group called' : 'group'}>
          <header>
            <h3>
              <bdi>{group.name}</bdi>
            </h3>
            {group.backAt ? (
              <span className="hint">
                <Trans>is back</Trans>
              </span>
            ) : (
              <TimeLeft group={group} />
            )}
          </header>
          {group.question && (
            <p className="doc question" dir="auto">
              <WordsOf text={group.question} />
            </p>
          )}
          <Members set={set} group={group} />
          {group.help && (
            <p className="tag ember">
              <LifeBuoy size={16} aria-hidden="true" />
              <Trans>calls for help</Trans>
            </p>
          )}
          {group.backAt === null && actsOf && <div className="acts">{actsOf(group)}</div>}
        </li>
      ))}
    </ul>
  )
}

function Members({ set, group }: { set: GroupSet; group: Group }) {
  const members = membersOf(set, group.id)
  const { places } = group
  return (
    <p className="members">
      {members.length === 0 && (
        <span className="hint">
          <Trans>nobody yet</Trans>
        </span>
      )}
      {members.map((who) => (
        <Member key={who} set={set} who={who} group={group} />
      ))}
      {places !== null && (
        <span className="hint">
          <Trans>
            {members.length} of {places} places
          </Trans>
        </span>
      )}
    </p>
  )
}

type MemberProps = { set: GroupSet; who: string; group: Group | null }

/** A name; for facilitators a way to move them. */
export function Member({ set, who, group }: MemberProps) {
  const { t } = useLingui()
  const { act } = useActs()
  const facilitates = useFacilitates()
  const people = useRoom((room) => room.people)
  const name = shortNameOf(people, who)
  const hosts = group?.host === who
  const words = hosts ? t`${name}, hosts` : name
  if (!facilitates || group?.backAt) return <bdi className="member">{words}</bdi>
  const to = (id: string | null) => () =>
    void act(placeInGroup, {
      params: { who },
      body: { group: id === null ? null : GroupId.parse(id) },
    })
  const host: Choice[] = group
    ? [
        {
          id: 'host',
          label: hosts ? t`No longer hosts ${group.name}` : t`Hosts ${group.name}`,
          run: () =>
            void act(nameAHost, {
              params: { group: GroupId.parse(group.id) },
              body: { who: hosts ? null : who },
            }),
        },
        { id: 'home', label: t`To the main hall`, end: true, run: to(null) },
      ]
    : []
  const others = set.groups
    .filter(({ id, backAt }) => id !== group?.id && backAt === null)
    .map((other) => ({ id: other.id, label: t`To ${other.name}`, run: to(other.id) }))
  return (
    <MenuButton label={t`Move ${name}`} choices={[...others, ...host]} placement="bottom start">
      <Button small look="quiet" className="member" aria-label={t`Move ${name}`}>
        <bdi>{words}</bdi>
      </Button>
    </MenuButton>
  )
}
