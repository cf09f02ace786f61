/** One line of the chat; its author may correct it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { timeIn } from '#web/kit/When.tsx'
import { correctWords, readMinutes, readMinutesChat } from '../api.ts'
import type { ChatLine } from '../rules/document.ts'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

function Words({ line: { state, text, reactions } }: { line: ChatLine }) {
  if (state === 'withdrawn')
    return (
      <i>
        <Trans>(withdrawn by its author)</Trans>
      </i>
    )
  if (state === 'hidden')
    return (
      <i>
        <Trans>(hidden by a facilitator)</Trans>
      </i>
    )
  if (state === 'erased')
    return (
      <i>
        <Trans>(erased with its author)</Trans>
      </i>
    )
  return (
    <>
      <Linked text={text} />{' '}
      <small>
        {state === 'corrected' && <Trans>corrected</Trans>}
        {state === 'edited' && <Trans>edited</Trans>}{' '}
        {reactions.map(({ emoji, count }) => `${emoji} ${count}`).join(' ')}
      </small>
    </>
  )
}

function Correct({ line, shown, close }: { line: ChatLine; shown: MinutesShown; close(): void }) {
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

export function ChatLineView({ line, shown }: { line: ChatLine; shown: MinutesShown }) {
  const { i18n, t } = useLingui()
  const [open, setOpen] = useState(false)
  const mine = shown.may.amend && line.who === shown.me
  const time = timeIn(line.at, undefined, i18n.locale)
  const said = ['said', 'edited', 'corrected'].includes(line.state)
  return (
    <li id={`l${line.seq}`}>
      <time dateTime={line.at}>{time}</time>
      <div>
        <p>
          <bdi>{line.name}</bdi> <Words line={line} />
          {mine && said && !open && (
            <Button
              look="quiet"
              small
              aria-label={t`Correct your words of ${time}`}
              onPress={() => setOpen(true)}
            >
              <Trans>Correct</Trans>
            </Button>
          )}
        </p>
        {open && <Correct line={line} shown={shown} close={() => setOpen(false)} />}
      </div>
    </li>
  )
}
