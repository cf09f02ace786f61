/** Choosing a member: a part of the name, then one of those that are called so. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useRead } from '#web/kit/useCall.ts'
import type { CircleId } from '../api.ts'
import { listMembers } from '../api/members.ts'
import type { z } from 'zod'

export type Member = Output<typeof listMembers>['members'][number]
type Props = {
  circle: z.infer<typeof CircleId>
  label: string
  value: Member | null
  onChange: (member: Member | null) => void
  /** Those who can be chosen; left out: all. */
  fits?: (member: Member) => boolean
}

export function MemberChoice({ circle, label, value, onChange, fits }: Props) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const query = words.trim() ? { words } : {}
  const { data } = useRead(listMembers, { params: { circle }, query })
  const found = (data?.members ?? []).filter((member) => fits?.(member) ?? true)
  const all =
    value && !found.some(({ member }) => member === value.member) ? [value, ...found] : found
  const many = (data?.found ?? 0) > 10 || words !== ''
  return (
    <>
      {many && <Field label={t`Find by name`} value={words} onChange={setWords} />}
      <Select
        label={label}
        value={value?.member ?? ''}
        onChange={(id) => onChange(all.find(({ member }) => member === id) ?? null)}
        choices={[
          { value: '', label: t`Choose…` },
          ...all.map(({ member, name }) => ({ value: member, label: name })),
        ]}
      />
      {data && all.length === 0 && (
        <p className="hint">
          <Trans>Nobody is called so.</Trans>
        </p>
      )}
    </>
  )
}
