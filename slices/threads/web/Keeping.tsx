/** Keeping a thread: its title, locking, splitting, merging. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listThreads } from '../api/beginning.ts'
import { lockThread, mergeThread, renameThread } from '../api/keeping.ts'
import { TITLE_LENGTH } from '../rules/thread.ts'
import { type Thread, TOUCHES } from './useThread.ts'

const touches = TOUCHES
type Doing = 'rename' | 'lock' | 'merge' | null
type Props = { thread: Thread; done: () => void }

function RenameSheet({ thread, done }: Props) {
  const { t } = useLingui()
  const [title, setTitle] = useState(thread.title)
  const rename = useCall(renameThread, { touches })
  return (
    <Sheet
      title={t`Another title`}
      onClose={done}
      act={t`Save`}
      busy={rename.isPending || title.trim() === ''}
      problem={rename.error}
      onAct={() =>
        rename.mutate({ params: { thread: thread.id }, body: { title } }, { onSuccess: done })
      }
    >
      <Field
        label={t`Title`}
        value={title}
        onChange={setTitle}
        maxLength={TITLE_LENGTH}
        autoFocus
      />
    </Sheet>
  )
}

function LockSheet({ thread, done }: Props) {
  const { t } = useLingui()
  const [why, setWhy] = useState('')
  const lock = useCall(lockThread, { touches })
  return (
    <Sheet
      title={t`Lock this thread`}
      onClose={done}
      act={t`Lock it`}
      busy={lock.isPending || why.trim() === ''}
      problem={lock.error}
      onAct={() =>
        lock.mutate({ params: { thread: thread.id }, body: { why } }, { onSuccess: done })
      }
    >
      <Field
        label={t`Why`}
        hint={t`It stands at its head. You can open it again.`}
        value={why}
        onChange={setWhy}
        maxLength={300}
        autoFocus
      />
    </Sheet>
  )
}

function MergeSheet({ thread, done }: Props) {
  const { t } = useLingui()
  const { data } = useRead(listThreads, {
    params: { circle: thread.circle.id },
    query: { limit: 50 },
  })
  const others = (data?.threads ?? []).filter((one) => one.thread !== thread.id)
  const [into, setInto] = useState('')
  const merge = useCall(mergeThread, { touches })
  const chosen = others.find((one) => one.thread === into)?.thread
  return (
    <Sheet
      title={t`Merge into another thread`}
      onClose={done}
      act={t`Merge`}
      busy={merge.isPending || !chosen}
      problem={merge.error}
      onAct={() =>
        chosen &&
        merge.mutate({ params: { thread: thread.id }, body: { into: chosen } }, { onSuccess: done })
      }
    >
      <Select
        label={t`Which one goes on?`}
        value={into}
        onChange={setInto}
        choices={[
          { value: '', label: t`Choose a thread` },
          ...others.map(({ thread: value, title: label }) => ({ value, label })),
        ]}
        hint={t`All that was said here goes to its end, and this address leads there. It cannot be undone.`}
      />
    </Sheet>
  )
}

export function Keeping({ thread, onSplit }: { thread: Thread; onSplit: () => void }) {
  const [doing, setDoing] = useState<Doing>(null)
  const open = useCall(lockThread, { touches })
  const { may, locked } = thread
  const close = () => setDoing(null)
  return (
    <section className="place stack" aria-labelledby="keeping-h">
      <h2 id="keeping-h">
        <Trans>Keep it in order</Trans>
      </h2>
      <p className="acts">
        {may.rename && (
          <Button small onPress={() => setDoing('rename')}>
            <Trans>Another title…</Trans>
          </Button>
        )}
        {may.keep && locked && (
          <Button
            small
            onPress={() => open.mutate({ params: { thread: thread.id }, body: { why: null } })}
          >
            <Trans>Open it again</Trans>
          </Button>
        )}
        {may.keep && !locked && (
          <Button small onPress={() => setDoing('lock')}>
            <Trans>Lock…</Trans>
          </Button>
        )}
        {may.keep && (
          <>
            <Button small onPress={onSplit}>
              <Trans>Split…</Trans>
            </Button>
            <Button small onPress={() => setDoing('merge')}>
              <Trans>Merge…</Trans>
            </Button>
          </>
        )}
      </p>
      <ProblemLine cause={open.error} />
      {doing === 'rename' && <RenameSheet thread={thread} done={close} />}
      {doing === 'lock' && <LockSheet thread={thread} done={close} />}
      {doing === 'merge' && <MergeSheet thread={thread} done={close} />}
    </section>
  )
}
