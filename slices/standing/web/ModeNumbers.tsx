/** How a class takes part, in numbers too large to tell anybody apart. */
import { Trans } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { readMode } from '../api.ts'
import { MODES } from '../rules/modes.ts'
import { useModeWords } from './OwnMode.tsx'
import styles from './standing.module.css'

type Counts = Output<typeof readMode>['counts']

export function ModeNumbers({ counts }: { counts: Counts }) {
  const words = useModeWords()
  const told = counts.filter(({ members }) => members !== null)
  return (
    <section aria-labelledby="modes-h">
      <h3 id="modes-h">
        <Trans>The circle in numbers</Trans>
      </h3>
      {told.length === 0 ? (
        <p className="hint">
          <Trans>No class has five members yet; from fewer somebody could be told.</Trans>
        </p>
      ) : (
        <div className={styles['wide']}>
          <table className={styles['numbers']}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Class</Trans>
                </th>
                {MODES.map((mode) => (
                  <th key={mode} scope="col">
                    {words[mode]}
                  </th>
                ))}
                <th scope="col">
                  <Trans>not said apart</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {told.map((one) => (
                <tr key={one.class}>
                  <th scope="row">
                    {one.class} <span className="tally num">{one.members}</span>
                  </th>
                  {MODES.map((mode) => (
                    <td key={mode} className="num">
                      {one[mode] ?? '–'}
                    </td>
                  ))}
                  <td className="num">{one.others}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
