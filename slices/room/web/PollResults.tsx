/** How many answered what: a bar and a number each, as a table; open words as a list. */
import { Trans, useLingui } from '@lingui/react/macro'
import { meanOf } from '../rules/tally.ts'
import type { Poll, Tally } from '../rules/state.ts'
import { useChoices } from './pollChoices.ts'

export function PollResults({ poll, tally }: { poll: Poll; tally: Tally }) {
  const { i18n } = useLingui()
  const choices = useChoices(poll)
  const mean = poll.kind === 'scale' ? meanOf(tally) : null
  const shownMean = mean === null ? '' : i18n.number(mean, { maximumFractionDigits: 1 })
  if (poll.kind === 'words')
    return (
      <ul className="poll-words">
        {tally.words.map((words, place) => (
          // The same words may come twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${place} ${words}`} dir="auto">
            {words}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      <table className="poll-table">
        <caption className="sr">{poll.question}</caption>
        <thead className="sr">
          <tr>
            <th scope="col">
              <Trans>Answer</Trans>
            </th>
            <th scope="col">
              <Trans>How many</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {choices.map(({ value, label }, place) => (
            <tr key={value}>
              <th scope="row">
                <Bar part={(tally.counts[place] ?? 0) / Math.max(1, tally.answers)} />
                <span>{label}</span>
              </th>
              <td className="num">{tally.counts[place] ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shownMean && (
        <p className="hint num">
          <Trans>{shownMean} on average</Trans>
        </p>
      )}
    </>
  )
}

function Bar({ part }: { part: number }) {
  return (
    <svg className="part" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={part * 100} height="10" />
    </svg>
  )
}
