/** One role: what it asks, who holds it, and what I can do about it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { takeRole, wish } from '../api/roles.ts'
import { HolderRow } from './HolderRow.tsx'
import { NameSheet } from './NameSheet.tsx'
import { OpenDrawSheet } from './OpenDrawSheet.tsx'
import styles from './roles.module.css'
import { Turns } from './Turns.tsx'
import { type Circle, type Role, type Roles, TOUCHES } from './useRoles.ts'
import { RoleFacts, UnfitWord } from './words.tsx'

type Props = { circle: Circle; role: Role; roles: Roles }

export function RoleSection({ circle, role, roles }: Props) {
  return (
    <section className="place" aria-labelledby={`role-${role.key}`}>
      <h2 id={`role-${role.key}`}>
        <bdi>{role.name}</bdi>{' '}
        {role.vacancy && (
          <span className="tag straw">
            <Plural value={role.vacancy.seats} one="one seat vacant" other="# seats vacant" />
          </span>
        )}
      </h2>
      {role.asks && <p className={styles['asks']}>{role.asks}</p>}
      <RoleFacts role={role} />
      <ul className="rows">
        {[...role.holders, ...role.coming].map((term) => (
          <HolderRow key={term.term} circle={circle} role={role} term={term} roles={roles} />
        ))}
      </ul>
      {role.holders.length === 0 && role.coming.length === 0 && (
        <p className="empty">
          <Trans>Nobody holds it now.</Trans>
        </p>
      )}
      {role.filled === 'rotated' && role.turns.length > 0 && (
        <Turns circle={circle} role={role} steward={roles.steward} />
      )}
      {role.filled !== 'rotated' && role.willing.length > 0 && <Willing role={role} />}
      {role.draw && (
        <p>
          <Link to="/circles/$circle/draws/$draw" params={{ circle, draw: role.draw }}>
            <Trans>A draw is open: see it, and add your words</Trans>
          </Link>
        </p>
      )}
      <Acts circle={circle} role={role} roles={roles} />
      {(role.filled === 'elected' || (role.filled === 'appointed' && roles.steward)) && (
        <Parts of="vote" id={`${circle}/role/${role.key}`} />
      )}
    </section>
  )
}

function Willing({ role }: { role: Role }) {
  return (
    <p className="hint">
      <Trans>Would like to hold it:</Trans>{' '}
      {role.willing.map(({ person, name }, at) => (
        <span key={person}>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  )
}

function Acts({ circle, role, roles }: Props) {
  const { t } = useLingui()
  const [sheet, setSheet] = useState<'name' | 'deputy' | 'draw' | null>(null)
  const set = useCall(wish, { touches: TOUCHES })
  const take = useCall(takeRole, { touches: TOUCHES })
  const params = { circle, role: role.key }
  const { me, filled } = role
  const vacant = role.vacancy !== null
  const takes = me.unfit === null && !me.holds && vacant
  const named = filled === 'appointed' || filled === 'elected'
  return (
    <>
      <div className="acts">
        {takes && (filled === 'volunteered' || me.myTurn) && (
          <Button small onPress={() => take.mutate({ params })} isDisabled={take.isPending}>
            {me.myTurn ? <Trans>It is my turn: I take it</Trans> : <Trans>I take it</Trans>}
          </Button>
        )}
        {!me.holds && (me.unfit === null || me.willing) && (
          <Button
            small
            look={me.willing ? 'plain' : 'quiet'}
            aria-pressed={me.willing}
            onPress={() => set.mutate({ params, body: { wish: 'hold', on: !me.willing } })}
          >
            <Trans>I would like to hold it</Trans>
          </Button>
        )}
        {roles.steward && named && vacant && (
          <Button small onPress={() => setSheet('name')}>
            {filled === 'elected' ? <Trans>Enter who was elected…</Trans> : <Trans>Appoint…</Trans>}
          </Button>
        )}
        {roles.steward && role.deputy && (
          <Button small look="quiet" onPress={() => setSheet('deputy')}>
            <Trans>Name a deputy…</Trans>
          </Button>
        )}
        {roles.steward && filled === 'drawn' && vacant && !role.draw && (
          <Button small onPress={() => setSheet('draw')}>
            <Trans>Draw by lot…</Trans>
          </Button>
        )}
      </div>
      {me.unfit !== null && !me.holds && (
        <p className="hint">
          <UnfitWord why={me.unfit} />
        </p>
      )}
      <ProblemLine cause={set.error ?? take.error} />
      {(sheet === 'name' || sheet === 'deputy') && (
        <NameSheet
          title={sheet === 'deputy' ? t`A deputy for ${role.name}` : role.name}
          circle={circle}
          role={role}
          members={roles.members}
          deputy={sheet === 'deputy'}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'draw' && (
        <OpenDrawSheet circle={circle} role={role} onClose={() => setSheet(null)} />
      )}
    </>
  )
}
