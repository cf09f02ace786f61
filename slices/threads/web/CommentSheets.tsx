/** Sheets about one comment: changing it, hiding it, what it said before. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { hideSaid } from '../api/keeping.ts'
import { listVersions } from '../api/reading.ts'
import { changeSaid } from '../api/saying.ts'
import { COMMENT_LENGTH } from '../rules/thread.ts'
import { type Id, type Said, TOUCHES } from './useThread.ts'
import { Moment, WordsOf } from './words.tsx'

const touches = TOUCHES
type Props = { params: { thread: Id; comment: Said }; done: () => void }

export function ChangeSheet({ params, said, done }: Props & { said: string }) {
  const { t } = useLingui()
  const [text, setText] = useState(said)
  const change = useCall(changeSaid, { touches })
  return (
    <Sheet
      title={t`Change what you said`}
      onClose={done}
      act={t`Save`}
      busy={change.isPending || text.trim() === ''}
      problem={change.error}
      onAct={() => change.mutate({ params, body: { text } }, { onSuccess: done })}
    >
      <Field
        label={t`What you say`}
        hint={t`What it said before stays to be read.`}
        value={text}
        onChange={setText}
        lines={8}
        maxLength={COMMENT_LENGTH}
        autoFocus
      />
    </Sheet>
  )
}

export function HideSheet({ params, done }: Props) {
  const { t } = useLingui()
  const [why, setWhy] = useState('')
  const hide = useCall(hideSaid, { touches })
  return (
    <Sheet
      title={t`Hide this comment`}
      onClose={done}
      act={t`Hide it`}
      busy={hide.isPending || why.trim() === ''}
      problem={hide.error}
      onAct={() => hide.mutate({ params, body: { why } }, { onSuccess: done })}
    >
      <Field
        label={t`Why`}
        hint={t`Everybody reads the reason in its place. You can show it again.`}
        value={why}
        onChange={setWhy}
        maxLength={300}
        autoFocus
      />
    </Sheet>
  )
}

export function VersionsSheet({ params, done }: Props) {
  const { t } = useLingui()
  const { data, error } = useRead(listVersions, { params })
  return (
    <Sheet title={t`What it said before`} onClose={done}>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      <ol className="rows">
        {data?.versions.map(({ at, text }) => (
          <li key={at}>
            <div>
              <p className="hint">
                <Moment at={at} />
              </p>
              <WordsOf text={text} />
            </div>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
