/** Naming somebody: from a day on, and for an election where its result stands. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { PersonId } from '#slices/people/api/shapes.ts'
import { Select } from '#web/kit/Select.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { nameHolder } from '../api/roles.ts'
import { type Circle, type Role, type Roles, TOUCHES } from './useRoles.ts'

type Props = {
  title: string
  circle: Circle
  role: Role
  members: Roles['members']
  deputy: boolean
  onClose: () => void
}

export function NameSheet({ title, circle, role, members, deputy, onClose }: Props) {
  const { t } = useLingui()
  const [person, setPerson] = useState(role.willing[0]?.person ?? members[0]?.person ?? '')
  const [day, setDay] = useState('')
  const [result, setResult] = useState('')
  const name = useCall(nameHolder, { touches: TOUCHES })
  const elected = role.filled === 'elected' && !deputy
  const willing = new Set<string>(role.willing.map((one) => one.person))
  function act() {
    const chosen = PersonId.safeParse(person)
    if (!chosen.success) return
    const body = {
      person: chosen.data,
      deputy,
      ...(day ? { from: new Date(`${day}T00:00:00`).toISOString() } : {}),
      ...(elected ? { result } : {}),
    }
    name.mutate({ params: { circle, role: role.key }, body }, { onSuccess: onClose })
  }
  return (
    <Sheet
      title={title}
      act={t`Name them`}
      onAct={act}
      busy={name.isPending}
      problem={name.error}
      onClose={onClose}
    >
      <Select
        label={t`Who`}
        value={person}
        onChange={setPerson}
        choices={members.map((one) => ({
          value: one.person,
          label: willing.has(one.person) ? t`${one.name} (would like to)` : one.name,
        }))}
      />
      <Field
        label={t`From`}
        type="date"
        value={day}
        onChange={setDay}
        hint={t`Empty: from now on.`}
      />
      {elected && (
        <Field
          label={t`Where the result stands`}
          hint={t`Which gathering, how many votes.`}
          value={result}
          onChange={setResult}
          isRequired
        />
      )}
      {!elected && (
        <p className="hint">
          <Trans>They are told, and everybody sees it on this page.</Trans>
        </p>
      )}
    </Sheet>
  )
}
