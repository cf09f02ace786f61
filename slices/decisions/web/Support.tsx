/** Who supports the text that stands, and whether I do. */
import { Plural, Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { useMe } from '#slices/people/web/useMe.ts'
import { supportDecision } from '../api/making.ts'
import { type Decision, TOUCHES } from './useDecision.ts'

export function Support({ decision }: { decision: Decision }) {
  const me = useMe()
  const give = useCall(supportDecision, { touches: TOUCHES })
  const { needed, by, mine } = decision.support
  const own = me?.id === decision.madeBy.person
  return (
    <section className="place" aria-labelledby="support-h">
      <h2 id="support-h">
        <Trans>Support</Trans>
      </h2>
      <p>
        {needed === 0 ? (
          <Trans>The rules ask for none before it opens.</Trans>
        ) : (
          <Plural
            value={needed}
            one="By the rules one other member supports it before it opens."
            other="By the rules # other members support it before it opens."
          />
        )}{' '}
        {by.length > 0 && (
          <Trans>
            Supported by <bdi>{by.map(({ name }) => name).join(', ')}</bdi>.
          </Trans>
        )}
      </p>
      <ProblemLine cause={give.error} />
      {!own && (
        <p className="acts">
          <Button
            isDisabled={give.isPending}
            onPress={() =>
              give.mutate({ params: { decision: decision.decision }, body: { on: !mine } })
            }
          >
            {mine ? <Trans>Take my support back</Trans> : <Trans>I support it</Trans>}
          </Button>
        </p>
      )}
    </section>
  )
}
