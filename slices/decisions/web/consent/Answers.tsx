/** Which objections a new text answers, as whoever changes it sees it. */
import { Trans } from '@lingui/react/macro'
import type { Decision } from '../useDecision.ts'
import { type Objection, useObjections } from './useObjections.ts'
import styles from './consent.module.css'

type Props = {
  decision: Decision
  chosen: readonly Objection['objection'][]
  onChange: (chosen: Objection['objection'][]) => void
}

export function Answers({ decision, chosen, onChange }: Props) {
  const found = useObjections(decision)
  const open = found?.objections.filter(({ state }) => state === 'open' || state === 'kept') ?? []
  if (decision.state !== 'talk' || open.length === 0) return null
  return (
    <fieldset>
      <legend className="label">
        <Trans>Which objections the new text answers</Trans>
      </legend>
      <p className="hint">
        <Trans>
          Whoever made them is told, and says whether it does. Why it changes is what they read
          first.
        </Trans>
      </p>
      <div className="stack">
        {open.map(({ objection, name, harm }) => (
          <label key={objection} className={styles['check']}>
            <input
              type="checkbox"
              checked={chosen.includes(objection)}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? [...chosen, objection]
                    : chosen.filter((one) => one !== objection),
                )
              }
            />
            <span>
              <bdi className="what">{name}</bdi>: {harm}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
