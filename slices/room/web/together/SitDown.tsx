/** Who else sits here: a member of the circle by their name, or anybody by the name they say. */
import { Trans, useLingui } from '@lingui/react/macro'
import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { PersonId } from '#slices/people/api/shapes.ts'
import { CircleId } from '#slices/circles/api.ts'
import { listMembers } from '#slices/circles/api/members.ts'
import { readGathering } from '#slices/gatherings/api/reading.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { seatSomebody } from '../../api.ts'
import { isHereAs } from '../../rules/seats.ts'
import { type Given, useActs, useInRoom, useRoomWith } from '../useRoom.ts'

const OFFERED = 5

/** Members whose names begin so, without those who are in the room. */
function useOffers(words: string) {
  const { gathering } = useInRoom()
  const room = useRoomWith('people')
  const called = useRead(readGathering, { params: { gathering } })
  const circle = CircleId.safeParse(called.data?.circle?.id).data
  const asked = words.trim()
  const found = useRead(
    listMembers,
    { params: { circle: circle ?? 'cir_' }, query: { words: asked } },
    circle !== undefined && asked.length > 1,
  )
  if (asked.length < 2) return []
  return (found.data?.members ?? [])
    .filter(({ kind, member }) => kind === 'person' && !isHereAs(room, member))
    .slice(0, OFFERED)
    .map(({ member, name }) => ({ person: PersonId.parse(member), name }))
}

export function SitDown() {
  const { t } = useLingui()
  const { me } = useInRoom()
  const { act, problem, busy } = useActs()
  const [name, setName] = useState('')
  const offers = useOffers(name)
  async function sit(body: Given<typeof seatSomebody>['body']) {
    if (body && (await act(seatSomebody, { params: { who: me.who }, body }))) setName('')
  }
  function add(event: FormEvent) {
    event.preventDefault()
    if (name.trim()) void sit({ name })
  }
  return (
    <form className="sit-down" onSubmit={add}>
      <Field
        label={t`Who else sits here?`}
        hint={t`Only with their consent: the name stands in the room and in the minutes.`}
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="off"
      />
      {offers.length > 0 && (
        <ul aria-label={t`Members of the circle`}>
          {offers.map((one) => (
            <li key={one.person}>
              <Button isDisabled={busy} onPress={() => void sit({ person: one.person })}>
                <UserPlus size={20} aria-hidden="true" />
                <span>
                  <Trans>
                    <bdi>{one.name}</bdi>, member
                  </Trans>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button type="submit" isDisabled={busy || name.trim() === ''}>
        <UserPlus size={20} aria-hidden="true" />
        <Trans>Sits here by this name</Trans>
      </Button>
      <ProblemLine cause={problem} />
    </form>
  )
}
