/** Correcting one's own words. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { correctWords } from '../api.ts'
import { readMinutes, readMinutesChat } from '../api.ts'
import type { ChatLine } from '../rules/document.ts'
import type { MinutesShown } from './MinutesPage.tsx'

export function Correct({
  line,
  shown,
  close,
}: {
  line: ChatLine
  shown: MinutesShown
  close(): void
}) {
  const { t } = useLingui()
  const [text, setText] = useState(line.text)
  const correct = useCall(correctWords, { touches: [readMinutes, readMinutesChat] })
  function send(event: FormEvent) {
    event.preventDefault()
    const params = { minutes: shown.id, line: line.seq }
    correct.mutate({ params, body: { text } }, { onSuccess: close })
  }
  return (
    <form className="amend" onSubmit={send}>
      <Field label={t`Your own words`} lines={3} value={text} onChange={setText} autoFocus />
      <ProblemLine cause={correct.error} />
      <p className="acts">
        <Button type="submit" small isDisabled={correct.isPending}>
          <Trans>Correct</Trans>
        </Button>
        <Button look="quiet" small onPress={close}>
          <Trans>Leave it</Trans>
        </Button>
      </p>
    </form>
  )
}
