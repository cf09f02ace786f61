/** Splitting a circle: the name of the new one, and who goes. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Operation, Output } from '#kernel/operation.ts'
import { Field } from '#web/kit/Field.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listMembers } from '../api/members.ts'
import { splitCircle } from '../api/shaping.ts'
import type { CircleShown } from './CirclePage.tsx'
import { ShapeSheet } from './ShapeSheet.tsx'
import styles from './circles.module.css'

type MemberId = Output<typeof listMembers>['members'][number]['member']
type Props = { circle: CircleShown; touches: Operation[]; onClose: () => void }

export function SplitSheet({ circle, touches, onClose }: Props) {
  const { t } = useLingui()
  const go = useNavigate()
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<MemberId>>(new Set())
  const query = words ? { words } : {}
  const { data } = useRead(listMembers, { params: { circle: circle.id }, query })
  const { mutate, error, isPending } = useCall(splitCircle, { touches })
  const turn = (id: MemberId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <ShapeSheet
      circle={circle}
      act="split"
      title={t`Split some members off ${circle.name}`}
      sure={t`Split them off`}
      chosen={chosen.size}
      ready={name.trim() !== '' && chosen.size > 0}
      {...{ error, isPending, onClose }}
      onAct={() =>
        mutate(
          {
            params: { circle: circle.id },
            body: { name, members: [...chosen] },
          },
          { onSuccess: ({ id }) => void go({ to: '/circles/$circle', params: { circle: id } }) },
        )
      }
    >
      <Field label={t`Name of the new circle`} value={name} onChange={setName} isRequired />
      <fieldset className={styles['who']}>
        <legend className="label">
          <Trans>Who goes</Trans>
        </legend>
        {(data?.next || words) && (
          <Field label={t`Find by name`} value={words} onChange={setWords} />
        )}
        {data?.members.map(({ member, name: called }) => (
          <label key={member}>
            <input type="checkbox" checked={chosen.has(member)} onChange={() => turn(member)} />{' '}
            <bdi>{called}</bdi>
          </label>
        ))}
      </fieldset>
    </ShapeSheet>
  )
}
