/** What was seen in a table: the first members, and what is wrong line by line. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Looked, Mistake } from './tableWork.ts'
import { mistakesFile } from './tableWork.ts'

const FIRST = 5
const FIRST_MISTAKES = 10

/** The mistake in a few words. */
function useWhy(): (mistake: Pick<Mistake, 'why'>) => string {
  const { t } = useLingui()
  const words: Record<Mistake['why'], string> = {
    'no-name': t`there is no name`,
    'name-long': t`the name is longer than 80 letters`,
    'bad-email': t`this is not a mail address`,
    doubled: t`this address stands in an earlier line`,
    'bad-day': t`this is not a day, or it is still to come`,
    'no-class': t`the circle has no such class`,
    broken: t`the line cannot be read`,
  }
  return ({ why }) => words[why]
}

export function TableSeen({ looked }: { looked: Looked }) {
  return (
    <div role="status">
      <p>
        <Plural value={looked.count} one="# member can come in." other="# members can come in." />
      </p>
      <ul className="rows">
        {looked.rows.slice(0, FIRST).map(({ line, name, email, class: key, from }) => (
          <li key={line}>
            <div>
              <bdi className="what">{name}</bdi>
              <p className="hint">
                <bdi>{[email, key, from].filter(Boolean).join(' · ')}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {looked.mistakeCount > 0 && <Wrong looked={looked} />}
    </div>
  )
}

function Wrong({ looked }: { looked: Looked }) {
  const why = useWhy()
  const save = () => {
    const table = mistakesFile(looked.mistakes.map((one) => ({ ...one, says: why(one) })))
    const address = URL.createObjectURL(new Blob([table], { type: 'text/csv' }))
    const link = Object.assign(document.createElement('a'), { href: address })
    link.download = 'not-brought-in.csv'
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <>
      <p>
        <Plural
          value={looked.mistakeCount}
          one="# line cannot come in:"
          other="# lines cannot come in:"
        />
      </p>
      <ul className="rows">
        {looked.mistakes.slice(0, FIRST_MISTAKES).map((mistake) => (
          <li key={mistake.line}>
            <p>
              <Trans>
                Line {mistake.line}: {why(mistake)}
              </Trans>{' '}
              <bdi className="hint">{mistake.value}</bdi>
            </p>
          </li>
        ))}
      </ul>
      <button type="button" className="btn small" onClick={save}>
        <Trans>All of them as a table</Trans>
      </button>
    </>
  )
}
