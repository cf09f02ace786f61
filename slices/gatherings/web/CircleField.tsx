/** Whose gathering it is: a circle's, or an open one. */
import { useLingui } from '@lingui/react/macro'
import type { Draft } from './draft.ts'
import { Select } from '#web/kit/Select.tsx'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  circles: { id: `cir_${string}`; name: string }[]
}

export function CircleField({ draft, onChange, circles }: Props) {
  const { t } = useLingui()
  return (
    <Select
      label={t`Whose gathering is it?`}
      value={draft.circle ?? ''}
      onChange={(id) => {
        const found = circles.find((circle) => circle.id === id)
        onChange({ ...draft, circle: found?.id ?? null })
      }}
      choices={[
        ...circles.map(({ id, name }) => ({ value: id, label: name })),
        { value: '', label: t`An open one, of the whole co-op` },
      ]}
    />
  )
}
