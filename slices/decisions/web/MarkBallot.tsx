/** The ballot of marks: options are approved of, scored, or given dots. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import type { Method } from '../rules/kinds/kind.ts'
import { Cast } from './Cast.tsx'
import type { Paper } from './secret/usePaper.ts'
import type { Decision, Mine } from './useDecision.ts'
import styles from './decisions.module.css'

export type Marking = Extract<Method, { kind: 'approval' | 'score' | 'dots' }>

function Says({ method, laid }: { method: Marking; laid: number }) {
  if (method.kind === 'approval')
    return method.most === null ? (
      <Trans>Approve of as many as you like.</Trans>
    ) : (
      <Plural value={method.most} one="Approve of one at most." other="Approve of # at most." />
    )
  if (method.kind === 'score')
    return (
      <Trans>
        Give each {method.least} to {method.most}; what you leave out has {method.least}.
      </Trans>
    )
  return (
    <Trans>
      {laid} of {method.dots} dots are laid, at most {method.mostOnOne} on one.
    </Trans>
  )
}

type Props = { decision: Decision; mine: Mine; paper?: Paper; method: Marking }

export function MarkBallot({ decision, mine, paper, method }: Props) {
  const { t } = useLingui()
  const before = mine.ballot?.kind === 'marks' ? mine.ballot.marks : []
  const [marks, setMarks] = useState(new Map(before.map(({ option, mark }) => [option, mark])))
  const { options } = decision.text
  const laid = [...marks.values()].reduce((sum, mark) => sum + mark, 0)
  function set(option: number, mark: number | null) {
    const to = new Map(marks)
    if (mark === null) to.delete(option)
    else to.set(option, mark)
    setMarks(to)
  }
  const given = [...marks].map(([option, mark]) => ({ option, mark }))
  return (
    <div className="stack">
      <p role="status">
        <Says method={method} laid={laid} />
      </p>
      <ul className={styles['ballot']}>
        {options.map(({ name, note }, at) => {
          const option = at + 1
          return (
            <li key={option}>
              <div className={styles['cand']}>
                <bdi className="what">{name}</bdi>
                {note && <p className="hint">{note}</p>}
              </div>
              {method.kind === 'approval' ? (
                <label className={styles['answer']}>
                  <input
                    type="checkbox"
                    checked={marks.has(option)}
                    onChange={({ target }) => set(option, target.checked ? 1 : null)}
                  />
                  <span>
                    <Trans>I approve</Trans>
                    <span className="sr">: {name}</span>
                  </span>
                </label>
              ) : (
                <Field
                  label={method.kind === 'score' ? t`Score of ${name}` : t`Dots on ${name}`}
                  type="number"
                  value={String(marks.get(option) ?? '')}
                  onChange={(to) => set(option, to === '' || to === '0' ? null : Number(to))}
                />
              )}
            </li>
          )
        })}
      </ul>
      <Cast
        decision={decision}
        mine={mine}
        paper={paper}
        vote={{ kind: 'marks', marks: given }}
        said=""
      />
    </div>
  )
}
