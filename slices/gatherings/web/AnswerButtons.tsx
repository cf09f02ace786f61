/** Yes, maybe, no: the answer of whoever is signed in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerGathering, listGatherings, listInvited, readGathering } from '../api.ts'
import { ANSWER_NAMES } from './kinds.ts'
import type { GatheringShown } from './shapes.ts'

const ANSWERS = ['yes', 'maybe', 'no'] as const

export function AnswerButtons({ gathering }: { gathering: GatheringShown }) {
  const { t } = useLingui()
  const answer = useCall(answerGathering, { touches: [readGathering, listGatherings, listInvited] })
  const params = { gathering: gathering.id }
  return (
    <fieldset className="answer-set">
      <legend className="label">
        <Trans>Will you come?</Trans>
      </legend>
      <div className="three">
        {ANSWERS.map((word) => (
          <Button
            key={word}
            aria-pressed={gathering.answer === word}
            isDisabled={answer.isPending}
            onPress={() => answer.mutate({ params, body: { answer: word } })}
          >
            {gathering.answer === word && <Check size={16} aria-hidden="true" />}
            {t(ANSWER_NAMES[word])}
          </Button>
        ))}
      </div>
      <ProblemLine cause={answer.error} />
    </fieldset>
  )
}
