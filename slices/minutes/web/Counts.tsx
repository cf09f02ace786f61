/** What became of every line of a saved chat. */
import { useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { previewImport } from '../api.ts'

export type Previewed = Output<typeof previewImport>

export function Counts({ preview }: { preview: Previewed }) {
  const { t } = useLingui()
  const { fates } = preview
  const rows = [
    [t`Lines of the file`, preview.lines],
    [t`Messages`, fates.message],
    [t`Lines that go on`, fates.continuation],
    [t`Empty lines`, fates.blank],
    [t`Chat cleared`, fates.clear],
    [t`Notices of the system`, fates.system],
    [t`Not read`, fates.unread],
  ] as const
  return (
    <dl>
      {rows.map(([label, count]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd className="num">{count}</dd>
        </div>
      ))}
    </dl>
  )
}
