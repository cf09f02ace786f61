/** Bringing a version back, and taking that back again. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { compareVersions, listVersions, restoreVersion } from '../../api/history.ts'
import type { NoteId } from '../../api/shapes.ts'

type Props = { note: z.infer<typeof NoteId>; version: number | 'now'; done: () => void }

export function Bringing({ note, version, done }: Props) {
  const bring = useCall(restoreVersion, { touches: [listVersions, compareVersions] })
  const [before, setBefore] = useState<number | null | undefined>()
  const restore = (wanted: number) =>
    bring.mutate(
      { params: { note, version: wanted } },
      {
        onSuccess: (answer) => {
          setBefore(wanted === before ? undefined : answer.before)
          done()
        },
      },
    )
  return (
    <>
      {version !== 'now' && (
        <Button look="act" isPending={bring.isPending} onPress={() => restore(version)}>
          <Trans>Bring this version back</Trans>
        </Button>
      )}
      <ProblemLine cause={bring.error} />
      {before !== undefined && (
        <output>
          {before === null ? (
            <Trans>The note reads so already.</Trans>
          ) : (
            <>
              <Trans>It is back. Who has the note open sees it now.</Trans>{' '}
              <Button small onPress={() => restore(before)}>
                <Trans>Take that back</Trans>
              </Button>
            </>
          )}
        </output>
      )}
    </>
  )
}
