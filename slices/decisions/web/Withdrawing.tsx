/** Who withdrew while ballots were cast; and withdrawing, for who stands or proposed an option. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { withdrawOption } from '../api/voting.ts'
import { type Decision, TOUCHES } from './useDecision.ts'
import { Moment } from './words.tsx'

export function Withdrawing({ decision }: { decision: Decision }) {
  const { t } = useLingui()
  const [going, setGoing] = useState<number | null>(null)
  const { text, withdrawn, state, gathering, mine, may } = decision
  const nameOf = (option: number) => text.options[option - 1]?.name ?? ''
  const isMe = (person: string) =>
    mine.some(({ through, member }) => through === 'self' && member === person)
  const open = state === 'open' && !gathering
  const able = text.options.flatMap(({ person }, at) => {
    const gone = withdrawn.some(({ option }) => option === at + 1)
    const own = person === null ? may.keep : isMe(person)
    return open && own && !gone ? [at + 1] : []
  })
  if (withdrawn.length === 0 && able.length === 0) return null
  return (
    <section className="place" aria-labelledby="gone-h">
      <h2 id="gone-h">
        <Trans>Withdrawn while ballots are cast</Trans>
      </h2>
      <ul className="rows">
        {withdrawn.map(({ option, words, at }) => (
          <li key={option}>
            <div>
              <bdi className="what">{nameOf(option)}</bdi>
              <p className="hint">
                <Moment at={at} />. {words}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="hint">
        <Trans>Ballots stay as they were cast and count for whom or what they name next.</Trans>
      </p>
      {able.length > 0 && (
        <p className="acts">
          {able.map((option) => (
            <Button key={option} small look="quiet" onPress={() => setGoing(option)}>
              {t`Withdraw ${nameOf(option)}…`}
            </Button>
          ))}
        </p>
      )}
      {going !== null && (
        <Withdraw
          decision={decision}
          option={going}
          name={nameOf(going)}
          onClose={() => setGoing(null)}
        />
      )}
    </section>
  )
}

type Props = { decision: Decision; option: number; name: string; onClose: () => void }

function Withdraw({ decision, option, name, onClose }: Props) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const withdraw = useCall(withdrawOption, { touches: TOUCHES })
  const params = { decision: decision.decision }
  return (
    <Sheet
      title={t`Withdraw ${name}`}
      act={t`Withdraw, for good`}
      busy={withdraw.isPending}
      problem={withdraw.error}
      onClose={onClose}
      onAct={() => withdraw.mutate({ params, body: { option, words } }, { onSuccess: onClose })}
    >
      <Field
        label={t`What is said of it, if you like`}
        lines={2}
        value={words}
        onChange={setWords}
      />
      <p className="hint">
        <Trans>All on the roll are told at once. It cannot be taken back.</Trans>
      </p>
    </Sheet>
  )
}
