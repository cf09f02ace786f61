/** The clock of the order: planned end beside the announced one, and what is seen at once. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Clock, Coffee } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { type Finding, look, minutesOf, plannedEnd } from '../rules/running-order.ts'
import { type Draft, startOf } from './draft.ts'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  onOpen: (id: string) => void
}

export function ClockLine({ draft, onChange, onOpen }: Props) {
  const { i18n } = useLingui()
  const start = startOf(draft)
  const planned = minutesOf(draft.items)
  const from = start ? timeIn(start, draft.zone, i18n.locale) : '–'
  const till = start ? timeIn(plannedEnd(draft.items, start), draft.zone, i18n.locale) : '–'
  const findings = look(draft.items, draft.minutes)
  return (
    <div className="well clock-line" aria-live="polite">
      <p className="clock-sum">
        <Clock size={20} aria-hidden="true" />
        <strong className="num">
          <Trans>
            {from} to {till}
          </Trans>
        </strong>
        <span className="hint num">
          <Plural value={planned} one="# minute planned" other="# minutes planned" />
        </span>
      </p>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <Found finding={finding} draft={draft} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {planned !== draft.minutes && planned >= 5 && (
        <Button small onPress={() => onChange({ ...draft, minutes: planned })}>
          <Trans>Announce {planned} minutes</Trans>
        </Button>
      )}
    </div>
  )
}

type FoundProps = { finding: Finding; draft: Draft; onOpen: (id: string) => void }

function Found({ finding, draft, onOpen }: FoundProps) {
  if (finding.kind === 'late')
    return (
      <span className="tag ember">
        <Plural
          value={finding.minutes}
          one="Ends # minute after the announced end"
          other="Ends # minutes after the announced end"
        />
      </span>
    )
  if (finding.kind === 'early')
    return (
      <span className="hint">
        <Plural value={finding.minutes} one="# minute to spare" other="# minutes to spare" />
      </span>
    )
  if (finding.kind === 'no-items') return null
  const title = draft.items.find(({ id }) => id === finding.item)?.title ?? ''
  return (
    <button type="button" className="tag straw finding" onClick={() => onOpen(finding.item)}>
      {finding.kind === 'no-break' ? (
        <>
          <Coffee size={16} aria-hidden="true" />
          <Trans>
            {finding.minutes} minutes without a break, from before “{title}” on
          </Trans>
        </>
      ) : (
        <Trans>“{title}” has no time</Trans>
      )}
    </button>
  )
}
