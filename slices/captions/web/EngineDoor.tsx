/** The door for a speech engine of the co-op's own: a key, shown once, and how it is used. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { addressOf } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { Field } from '#web/kit/Field.tsx'
import { captionByEngine, letAnEngineIn, putTheEngineOut } from '../api.ts'
import { useCaptions } from './captionsStore.ts'

type Props = { id: string; onProblem: (cause: unknown) => void }

export function EngineDoor({ id, onProblem }: Props) {
  const { t } = useLingui()
  const { gathering } = useInRoom()
  const { engine } = useCaptions(id)
  const [name, setName] = useState('')
  const [key, setKey] = useState('')
  const params = { gathering }
  const act = (doing: Promise<unknown>) => {
    onProblem(null)
    doing.catch(onProblem)
  }
  const letIn = () =>
    act(call(letAnEngineIn, { params, body: { name } }).then((made) => setKey(made.key)))
  const putOut = () => act(call(putTheEngineOut, { params }).then(() => setKey('')))
  return (
    <details className="engine-door" open={key !== ''}>
      <summary>
        <Trans>A speech engine of your own</Trans>
      </summary>
      <p className="hint">
        <Trans>
          The hall has none and sends no sound anywhere. An engine that your co-op runs may post
          lines with a key for this gathering; all see its name.
        </Trans>
      </p>
      {engine ? (
        <p className="acts">
          <span>
            <Trans>{engine} may write.</Trans>
          </span>
          <Button small onPress={putOut}>
            <Trans>Put it out</Trans>
          </Button>
        </p>
      ) : (
        <>
          <Field label={t`Its name, as all see it`} value={name} onChange={setName} />
          <Button small isDisabled={name.trim() === ''} onPress={letIn}>
            <Trans>Let it in</Trans>
          </Button>
        </>
      )}
      {key && (
        <p>
          <Trans>Its key, shown only now:</Trans> <code className="engine-key">{key}</code>
          <br />
          <code className="engine-key">
            POST {location.origin}
            {addressOf(captionByEngine, params)}
          </code>
        </p>
      )}
    </details>
  )
}
