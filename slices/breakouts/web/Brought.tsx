/** What the groups brought back, group by group, with who reports: on the stage until the item ends. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Mic } from 'lucide-react'
import { shortNameOf } from '#slices/room/web/names.ts'
import { useRoom } from '#slices/room/web/useRoom.ts'
import { WordsOf } from '#slices/room/web/WordsOf.tsx'
import type { Group, GroupSet } from '../rules/state.ts'

export function Brought({ set }: { set: GroupSet }) {
  const { t } = useLingui()
  return (
    <section className="breakouts" aria-labelledby="breakouts-title">
      <header>
        <h2 id="breakouts-title">
          <Trans>What the groups brought back</Trans>
        </h2>
        <p className="hint">
          <Trans>It stands in the notes.</Trans>
        </p>
      </header>
      <ul className="groups brought" aria-label={t`What the groups brought back`}>
        {set.groups.map((group) => (
          <Answer key={group.id} group={group} />
        ))}
      </ul>
    </section>
  )
}

function Answer({ group: { name, question, reporter, brought } }: { group: Group }) {
  const people = useRoom((room) => room.people)
  const hasFloor = useRoom((room) => room.floor.holders.some(({ who }) => who === reporter))
  const who = reporter ? shortNameOf(people, reporter) : ''
  return (
    <li className={hasFloor ? 'group floor' : 'group'}>
      <header>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        {who && (
          <span className={hasFloor ? 'tag ember' : 'hint'}>
            {hasFloor && <Mic size={16} aria-hidden="true" />}
            {hasFloor ? <Trans>{who} has the floor</Trans> : <Trans>{who} reports</Trans>}
          </span>
        )}
      </header>
      {question && (
        <p className="hint" dir="auto">
          {question}
        </p>
      )}
      <p className="answer doc" dir="auto">
        {brought === null ? <Trans>Nothing was written.</Trans> : <WordsOf text={brought} />}
      </p>
    </li>
  )
}
