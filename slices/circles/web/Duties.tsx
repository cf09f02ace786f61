/** A steward gives and takes roles: one toggle a role, each said in words. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { endMembership, endRole, giveRole, myCircles, readCircle } from '../api.ts'
import { listMembers } from '../api/members.ts'
import { type Role, ROLES } from '../rules.ts'
import type { CircleShown } from './CirclePage.tsx'
import { RoleWord } from './RoleWord.tsx'
import styles from './circles.module.css'

type Member = Pick<NonNullable<CircleShown['members']>[number], 'person' | 'name' | 'roles'>

export function Duties({ circle, member }: { circle: CircleShown; member: Member }) {
  const { t } = useLingui()
  const touches = [readCircle, myCircles, listMembers]
  const give = useCall(giveRole, { touches })
  const take = useCall(endRole, { touches })
  const roles = ROLES.filter((role) => role !== 'caller' || circle.calls === 'named')
  const { person, name } = member
  function toggle(role: Role) {
    const params = { circle: circle.id, person, role }
    if (member.roles.includes(role)) take.mutate({ params })
    else give.mutate({ params })
  }
  return (
    <div>
      <fieldset className={styles['duties']} aria-label={t`Roles of ${name}`}>
        {roles.map((role) => (
          <Button
            key={role}
            small
            aria-pressed={member.roles.includes(role)}
            onPress={() => toggle(role)}
          >
            <RoleWord role={role} />
          </Button>
        ))}
        <EndMembership circle={circle} member={member} />
      </fieldset>
      <ProblemLine cause={give.error ?? take.error} />
    </div>
  )
}

function EndMembership({ circle, member }: { circle: CircleShown; member: Member }) {
  const { t } = useLingui()
  const [sure, setSure] = useState(false)
  const end = useCall(endMembership, { touches: [readCircle, myCircles, listMembers] })
  const { person, name } = member
  if (!sure)
    return (
      <Button
        small
        look="quiet"
        aria-label={t`End membership… of ${name}`}
        onPress={() => setSure(true)}
      >
        <Trans>End membership…</Trans>
      </Button>
    )
  return (
    <>
      <Button
        small
        look="leave"
        aria-label={t`End it: the membership of ${name}`}
        onPress={() => end.mutate({ params: { circle: circle.id, person } })}
      >
        <Trans>End it</Trans>
      </Button>
      <Button small look="quiet" onPress={() => setSure(false)}>
        <Trans>Leave it</Trans>
      </Button>
      <ProblemLine cause={end.error} />
    </>
  )
}
