/** For stewards: a co-op that lives elsewhere becomes a member, known by its name and its card. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listCircles, readCircle } from '../api.ts'
import { knowCoop, listCoops, listMembers } from '../api/members.ts'
import { CardFields, type CardText, givenIn, NO_CARD } from './CardFields.tsx'

export function TakeIn({ circle }: { circle: `cir_${string}` }) {
  const { t } = useLingui()
  const go = useNavigate()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [card, setCard] = useState<CardText>(NO_CARD)
  const touches = [listCircles, readCircle, listCoops, listMembers]
  const take = useCall(knowCoop, { touches })
  function send(event: FormEvent) {
    event.preventDefault()
    take.mutate(
      { params: { circle }, body: { name, ...givenIn(card) } },
      { onSuccess: ({ id }) => go({ to: '/circles/$circle', params: { circle: id } }) },
    )
  }
  if (!open)
    return (
      <div className="acts">
        <Button small onPress={() => setOpen(true)}>
          <Trans>Take in a co-op that lives elsewhere…</Trans>
        </Button>
      </div>
    )
  return (
    <section className="place" aria-labelledby="take-in-h">
      <h2 id="take-in-h">
        <Trans>A co-op that lives elsewhere</Trans>
      </h2>
      <form className="stack" onSubmit={send}>
        <Field label={t`Its name`} value={name} onChange={setName} isRequired />
        <CardFields card={card} onChange={setCard} />
        <ProblemLine cause={take.error} />
        <div className="acts">
          <Button look="act" type="submit" isDisabled={take.isPending}>
            <Trans>Take it in</Trans>
          </Button>
          <Button look="quiet" onPress={() => setOpen(false)}>
            <Trans>Go back</Trans>
          </Button>
        </div>
      </form>
    </section>
  )
}
