/** Amending where it stands: those who were there write, all see who and when. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Pencil } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { amendMinutes } from '../api.ts'
import { readMinutes } from '../api.ts'
import type { MinutesShown } from './MinutesPage.tsx'

type Given = {
  shown: MinutesShown
  target: 'item' | 'decision' | 'action'
  id: string
  /** What stands there now. */
  text: string
  /** What it is, for who hears the button. */
  what: string
}

export function Amend({ shown, target, id, text, what }: Given) {
  const { t } = useLingui()
  const [words, setWords] = useState<string | null>(null)
  const amend = useCall(amendMinutes, { touches: [readMinutes] })
  if (!shown.may.amend) return null
  if (words === null)
    return (
      <p className="amend">
        <Button
          look="quiet"
          small
          aria-label={text ? t`Amend ${what}` : t`Add what was said, ${what}`}
          onPress={() => setWords(text)}
        >
          <Pencil size={16} aria-hidden="true" />
          {text ? <Trans>Amend</Trans> : <Trans>Add what was said</Trans>}
        </Button>
      </p>
    )
  function send(event: FormEvent) {
    event.preventDefault()
    if (words === null) return
    amend.mutate(
      { params: { minutes: shown.id }, body: { target, id, text: words } },
      { onSuccess: () => setWords(null) },
    )
  }
  return (
    <form className="amend" onSubmit={send}>
      <Field
        label={t`What stands at ${what}`}
        hint={t`Your name, the day and what stood before are kept with it.`}
        lines={4}
        value={words}
        onChange={setWords}
        autoFocus
      />
      <ProblemLine cause={amend.error} />
      <p className="acts">
        <Button type="submit" look="act" small isDisabled={amend.isPending}>
          <Trans>Amend</Trans>
        </Button>
        <Button look="quiet" small onPress={() => setWords(null)}>
          <Trans>Leave it</Trans>
        </Button>
      </p>
    </form>
  )
}
