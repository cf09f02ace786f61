/** In this browser somebody was a guest: was that me? */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { keepWords, whoAmI } from '../api/me.ts'

export function KeepWords() {
  const read = useRead(whoAmI)
  const keep = useCall(keepWords, { touches: [whoAmI] })
  const [name] = read.data?.guests ?? []
  if (!name || !read.data?.person) return null
  return (
    <div className="well stack">
      <p>
        <Trans>
          In this browser <bdi>{name}</bdi> was a guest. If that was you, what was written then can
          be yours.
        </Trans>
      </p>
      <ProblemLine cause={keep.error} />
      <div className="acts">
        <Button onPress={() => keep.mutate({})} isDisabled={keep.isPending}>
          <Trans>That was me</Trans>
        </Button>
      </div>
    </div>
  )
}
