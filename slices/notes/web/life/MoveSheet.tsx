/** Moving a note: to a circle, a gathering or an item where one may write. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { moveNote, placesForNote, readNote } from '../../api/keeping.ts'
import type { HolderKind } from '../../rules/rights.ts'
import type { NoteHeading } from './NoteBar.tsx'

export type From = { kind: HolderKind; id: string }
type Props = { note: NoteHeading; onClose: () => void; onMoved: (from: From) => void }

export function MoveSheet({ note, onClose, onMoved }: Props) {
  const { t } = useLingui()
  const [chosen, setChosen] = useState(0)
  const params = { note: note.id }
  const { data, error } = useRead(placesForNote, { params })
  const move = useCall(moveNote, { touches: [readNote, placesForNote] })
  const kinds: Record<HolderKind, string> = {
    circle: t`circle`,
    gathering: t`gathering`,
    item: t`item of the running order`,
    breakout: t`group of breakouts`,
  }
  const places = data?.places ?? []
  const place = places[chosen]
  const choices = places.map(({ kind, title }, at) => ({
    value: String(at),
    label: `${title} (${kinds[kind]})`,
  }))
  function go() {
    if (!place) return
    const { kind, id } = place
    move.mutate(
      { params, body: { holder: { kind, id } } },
      { onSuccess: ({ from }) => onMoved(from) },
    )
  }
  return (
    <Sheet
      title={t`Move this note`}
      {...(places.length > 0 ? { act: t`Move it`, onAct: go } : {})}
      busy={move.isPending}
      problem={move.error ?? error}
      onClose={onClose}
    >
      {data && places.length === 0 && (
        <p>
          <Trans>
            There is nowhere else yet: no other circle of yours, and no gathering to come.
          </Trans>
        </p>
      )}
      {places.length > 0 && (
        <>
          <Select
            label={t`Where it belongs`}
            value={String(chosen)}
            onChange={(at) => setChosen(Number(at))}
            choices={choices}
          />
          <p className="hint">
            <Trans>
              Whoever reads and writes there reads and writes in the note from then on; links stay.
            </Trans>
          </p>
        </>
      )}
    </Sheet>
  )
}
