/** Who may read the minutes: facilitators say so, everybody sees it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { readMinutes } from '../api.ts'
import { shareMinutes } from '../api.ts'
import type { MinutesShown } from './MinutesPage.tsx'

const CHOICES = ['participants', 'circle', 'public', 'public-chat'] as const
type Choice = (typeof CHOICES)[number]

function useLabels(): Record<Choice, string> {
  const { t } = useLingui()
  return {
    participants: t`Those who were there`,
    circle: t`The circle`,
    public: t`Everybody, without the chat`,
    'public-chat': t`Everybody, with the chat`,
  }
}

export function Share({ shown }: { shown: MinutesShown }) {
  const labels = useLabels()
  const share = useCall(shareMinutes, { touches: [readMinutes] })
  const { visibility, publicChat } = shown
  const now: Choice = visibility === 'public' && publicChat ? 'public-chat' : visibility
  function choose(value: string) {
    const choice = CHOICES.find((one) => one === value)
    if (!choice) return
    const wish = choice === 'public-chat' ? 'public' : choice
    share.mutate({
      params: { minutes: shown.id },
      body: { visibility: wish, publicChat: choice === 'public-chat' },
    })
  }
  return (
    <section>
      <h2 className="doc">
        <Trans>Who may read it</Trans>
      </h2>
      {shown.may.share ? (
        <RadioGroup value={now} onChange={choose} className="choices">
          <Label className="sr">
            <Trans>Who may read it</Trans>
          </Label>
          {CHOICES.map((choice) => (
            <Radio key={choice} value={choice} className="choice">
              {labels[choice]}
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        <p>{labels[now]}</p>
      )}
      <p className="hint">
        <Trans>
          A public copy has no mail addresses, no times of coming and going, and not the names of
          those who asked for that. Private lines are never in minutes.
        </Trans>
      </p>
      <ProblemLine cause={share.error} />
    </section>
  )
}
