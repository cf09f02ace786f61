/** A link for a wall was opened: its secret word stands behind the #, so that no log of a server has it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '#web/kit/call.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { openAWall } from '../../api.ts'

export function WallPage() {
  const { t } = useLingui()
  const [cause, setCause] = useState<unknown>(null)
  useEffect(() => {
    document.title = t`Projector`
  }, [t])
  useEffect(() => {
    const token = location.hash.slice(1)
    call(openAWall, { body: { token } }).then(
      ({ gathering }) => location.replace(`/gatherings/${gathering}/projector`),
      setCause,
    )
  }, [])
  return (
    <main id="main" className="page stack">
      {cause === null ? (
        <Waiting />
      ) : (
        <>
          <h1>
            <Trans>The stage is not shown</Trans>
          </h1>
          <ProblemLine cause={cause} />
        </>
      )}
    </main>
  )
}
