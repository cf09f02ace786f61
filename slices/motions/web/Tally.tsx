/** Who voted what, in columns, as hands stand in a hall. */
import { useLingui } from '@lingui/react/macro'
import { answersOf } from '#slices/decisions/rules/count/votes.ts'
import type { Vote } from './useMotions.ts'
import { ANSWERED } from './words.tsx'

export function Tally({ vote: { method, voters } }: { vote: Vote }) {
  const { t, i18n } = useLingui()
  return (
    <dl className="motion-tally" aria-label={t`Votes so far`}>
      {answersOf(method).map((answer) => {
        const gave = voters.filter((one) => one.answer === answer)
        return (
          <div key={answer} className={answer}>
            <dt>
              {i18n._(ANSWERED[answer])} <b className="num">{gave.length}</b>
            </dt>
            <dd>
              {gave.map(({ member, name }) => (
                <bdi key={member}>{name}</bdi>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
