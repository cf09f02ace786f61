/** Looking for one kind of thing only. */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { KINDS, useKinds } from './seeking.ts'
import type { Given } from './Seek.tsx'

export function Kinds({ sought, seek }: Given) {
  const kinds = useKinds()
  return (
    <fieldset className="kinds">
      <legend className="sr">
        <Trans>What to find</Trans>
      </legend>
      {KINDS.map((one) => (
        <Button
          key={one}
          small
          aria-pressed={sought.kind === one}
          onPress={() => seek({ kind: one })}
        >
          {kinds[one]}
        </Button>
      ))}
    </fieldset>
  )
}
