/** Leaving the hall for good. What it means is said before it is done. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { eraseMe } from '../api/me.ts'
import { focusFirst } from './focusFirst.ts'
import type { Me } from './useMe.ts'

export function Leave({ me }: { me: Me }) {
  const [open, setOpen] = useState(false)
  return (
    <section className="place stack" aria-labelledby="leave-h">
      <h2 id="leave-h">
        <Trans>Leave the hall</Trans>
      </h2>
      {open ? (
        <Sure me={me} onBack={() => setOpen(false)} />
      ) : (
        <div className="acts">
          <Button small look="leave" onPress={() => setOpen(true)}>
            <Trans>Leave and be erased…</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}

function Sure({ me, onBack }: { me: Me; onBack(): void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const erase = useCall(eraseMe)
  function leave(event: FormEvent) {
    event.preventDefault()
    const onSuccess = () => {
      void navigate({ to: '/' }).then(() => client.resetQueries())
    }
    erase.mutate({}, { onSuccess })
  }
  return (
    <form className="stack" onSubmit={leave} ref={focusFirst}>
      <p>
        <Trans>
          Your name, your address, your passkeys and what you wrote are erased. That you were there,
          spoke and answered stays, as “a former member”. You leave all circles. This cannot be
          undone; take your data first.
        </Trans>
      </p>
      <Field label={t`To be sure, write your name`} value={name} onChange={setName} />
      <ProblemLine cause={erase.error} />
      <div className="acts">
        <Button
          small
          look="leave"
          type="submit"
          isDisabled={name.trim() !== me.name || erase.isPending}
        >
          <Trans>Erase me and leave</Trans>
        </Button>
        <Button small look="quiet" onPress={onBack}>
          <Trans>Stay</Trans>
        </Button>
      </div>
    </form>
  )
}
