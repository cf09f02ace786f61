/** Running orders to begin from. */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listTemplates } from '../api.ts'
import { type Draft, freshItems } from './draft.ts'

export function Templates({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { data } = useRead(listTemplates)
  if (draft.items.length > 0 || !data) return null
  return (
    <div className="stack templates">
      <p className="empty">
        <Trans>Begin from a template, or put in your first item.</Trans>
      </p>
      <div className="acts">
        {data.templates.map(({ name, title, minutes, items }) => (
          <Button
            key={name}
            onPress={() => onChange({ ...draft, minutes, items: freshItems(items) })}
          >
            {title}
          </Button>
        ))}
      </div>
    </div>
  )
}
