/** Ballots that object, with their reasons, and judging them where the rules let stewards. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { judgeBallot } from '../../api/objections.ts'
import { type Id, TOUCHES } from '../useDecision.ts'
import { Moment } from '../words.tsx'
import type { Objections } from './useObjections.ts'
import { ObjectionTag, useStepWords } from './words.tsx'
import styles from './consent.module.css'

type One = NonNullable<Objections['ballots']>[number]

export function BallotObjections({ id, ballots }: { id: Id; ballots: readonly One[] }) {
  const { t } = useLingui()
  const [judging, setJudging] = useState<One | null>(null)
  const { act } = useStepWords().judge
  return (
    <>
      <h3>
        <Trans>On ballots</Trans>
      </h3>
      <ul className={styles['objections']}>
        {ballots.map((one) => (
          <li key={one.member} className={styles['objection']}>
            <p className="acts">
              {one.judged && <ObjectionTag state="not-valid" />}
              <bdi className="what">{one.name}</bdi>
              <span className="hint">
                <Moment at={one.at} />
              </span>
            </p>
            {one.said && <p className={styles['harm']}>{one.said}</p>}
            {one.judged && (
              <p className="hint">
                <bdi>{one.judged.by.name}</bdi>, <Moment at={one.judged.at} />: {one.judged.words}
              </p>
            )}
            {one.judged && one.mine && (
              <p className={styles['next']}>
                <Trans>
                  Next, you: change your ballot or its reason, if there is a harm that was not seen.
                  The judgment falls with it.
                </Trans>
              </p>
            )}
            {one.mayJudge && (
              <p className="acts">
                <Button
                  small
                  look="quiet"
                  aria-label={t`${act}: the objection of ${one.name}`}
                  onPress={() => setJudging(one)}
                >
                  {act}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {judging && <Judge id={id} one={judging} onClose={() => setJudging(null)} />}
    </>
  )
}

function Judge({ id, one, onClose }: { id: Id; one: One; onClose: () => void }) {
  const { act, says, words: label } = useStepWords().judge
  const [words, setWords] = useState('')
  const judge = useCall(judgeBallot, { touches: TOUCHES })
  const params = { decision: id, member: one.member }
  return (
    <Sheet
      title={act}
      act={act}
      busy={judge.isPending}
      problem={judge.error}
      onClose={onClose}
      onAct={() => judge.mutate({ params, body: { words } }, { onSuccess: onClose })}
    >
      <p className="hint">{says}</p>
      <p>{one.said}</p>
      <Field label={label} lines={3} value={words} onChange={setWords} isRequired />
    </Sheet>
  )
}
