/** Records that were made one, and the way to part them again. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listPeople } from '../api/others.ts'
import { alikeRecords, listMerges, myMerges, partRecords } from '../api/records.ts'

type Merge = Output<typeof listMerges>['merges'][number]

export function Merges({ merges }: { merges: Merge[] }) {
  const [parting, setParting] = useState<Merge | null>(null)
  if (merges.length === 0) return null
  return (
    <section className="place stack" aria-labelledby="merges-h">
      <h2 id="merges-h">
        <Trans>Made one</Trans>
      </h2>
      <ul className="rows">
        {merges.map((merge) => (
          <One key={merge.id} merge={merge} onPart={() => setParting(merge)} />
        ))}
      </ul>
      {parting && <Part merge={parting} onClose={() => setParting(null)} />}
    </section>
  )
}

function One({ merge, onPart }: { merge: Merge; onPart: () => void }) {
  const { t, i18n } = useLingui()
  const day = (at: string) => dayIn(at, undefined, i18n.locale)
  const { kept, other, at, by, until, parted, partedBy, open } = merge
  return (
    <li>
      <div>
        <p>
          <bdi className="what">{other.name || '–'}</bdi>{' '}
          {other.email && (
            <span className="hint">
              <bdi>{other.email}</bdi>
            </span>
          )}{' '}
          → <bdi className="what">{kept.name}</bdi>
        </p>
        <p className="hint">
          <Trans>
            on {day(at)}, by <bdi>{by ?? '–'}</bdi>
          </Trans>
          {parted && (
            <>
              {' · '}
              <Trans>
                parted on {day(parted)}, by <bdi>{partedBy ?? '–'}</bdi>
              </Trans>
            </>
          )}
          {open && (
            <>
              {' · '}
              <Trans>can be parted until {day(until)}</Trans>
            </>
          )}
        </p>
      </div>
      {open && (
        <Button small aria-label={t`Part… ${other.name} and ${kept.name}`} onPress={onPart}>
          <Trans>Part…</Trans>
        </Button>
      )}
    </li>
  )
}

function Part({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const { t } = useLingui()
  const part = useCall(partRecords, { touches: [listPeople, alikeRecords, listMerges, myMerges] })
  return (
    <Sheet
      title={t`Part these two again?`}
      act={t`Part them`}
      busy={part.isPending}
      problem={part.error}
      onAct={() => part.mutate({ params: { merge: merge.id } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        <Trans>
          <bdi>{merge.other.name}</bdi> is a record of its own again, with what it had. What
          happened since stays with <bdi>{merge.kept.name}</bdi>; where they have left meanwhile,
          they have left with both.
        </Trans>
      </p>
    </Sheet>
  )
}
