/** Handover notes: writing mine, reading that of whoever went before. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Waiting } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readHandover, readTerm, writeHandover } from '../api/roles.ts'
import type { Mine } from './MyRolesPage.tsx'
import styles from './roles.module.css'
import { type Circle, TOUCHES } from './useRoles.ts'

export function WriteSheet({ term, onClose }: { term: Mine; onClose: () => void }) {
  const params = { circle: term.circle, term: term.term }
  const { data } = useRead(readTerm, { params })
  if (!data) return null
  return <Writing term={term} was={data.handover?.text ?? ''} onClose={onClose} />
}

function Writing({ term, was, onClose }: { term: Mine; was: string; onClose: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState(was)
  const write = useCall(writeHandover, { touches: [...TOUCHES, readTerm] })
  const params = { circle: term.circle, term: term.term }
  return (
    <Sheet
      title={t`Handover: ${term.title}`}
      act={t`Keep it`}
      onAct={() => write.mutate({ params, body: { text } }, { onSuccess: onClose })}
      busy={write.isPending}
      problem={write.error}
      onClose={onClose}
    >
      <Field
        label={t`For whoever comes next`}
        hint={t`What is open, where things are, whom to ask, what you would do differently.`}
        lines={9}
        value={text}
        onChange={setText}
        isRequired
      />
    </Sheet>
  )
}

type Reading = { circle: Circle; id: Mine['term']; onClose: () => void }

export function ReadSheet({ circle, id, onClose }: Reading) {
  const { i18n, t } = useLingui()
  const params = { circle, term: id }
  const { data } = useRead(readTerm, { params })
  const read = useCall(readHandover, { touches: [...TOUCHES, readTerm] })
  const written = data?.handover
  return (
    <Sheet
      title={t`The handover note`}
      act={t`I have read it`}
      onAct={() => read.mutate({ params }, { onSuccess: onClose })}
      busy={read.isPending}
      problem={read.error}
      onClose={onClose}
    >
      {!data && <Waiting />}
      {data && written && (
        <>
          <p className="hint">
            <Trans>
              Written by <bdi>{data.name}</bdi>, {dayIn(written.written, undefined, i18n.locale)}
            </Trans>
          </p>
          <p className={styles['text']}>{written.text}</p>
        </>
      )}
    </Sheet>
  )
}
