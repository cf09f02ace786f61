/** The way on: to the room when the doors are open, to the minutes when it is over, to a calendar. */
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus, DoorOpen, FileText } from 'lucide-react'
import { timeIn } from '#web/kit/When.tsx'
import type { GatheringShown } from './shapes.ts'

export function Ahead({ gathering }: { gathering: GatheringShown }) {
  const { i18n } = useLingui()
  const { id, phase, doorsOpenAt } = gathering
  const time = timeIn(doorsOpenAt, undefined, i18n.locale)
  return (
    <div className="stack">
      {phase === 'open' && (
        <a className="btn act" href={`/gatherings/${id}/room`}>
          <DoorOpen size={20} aria-hidden="true" />
          <Trans>Come in</Trans>
        </a>
      )}
      {phase === 'past' && (
        <a className="btn" href={`/gatherings/${id}/minutes`}>
          <FileText size={20} aria-hidden="true" />
          <Trans>Read the minutes</Trans>
        </a>
      )}
      {(phase === 'coming' || phase === 'open') && (
        <a className="btn" href={`/g/${id}.ics`}>
          <CalendarPlus size={20} aria-hidden="true" />
          <Trans>Add to your calendar</Trans>
        </a>
      )}
      {phase === 'coming' && (
        <p className="hint">
          <Trans>The doors open at {time}.</Trans>
        </p>
      )}
    </div>
  )
}
