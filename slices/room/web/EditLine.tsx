/** Mending one's own line where it stands. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { editALine } from '../api.ts'
import type { Line } from '../rules/state.ts'
import { useActs } from './useRoom.ts'

export function EditLine({ line, onDone }: { line: Line; onDone: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState(line.text)
  const { act, problem, busy } = useActs()
  async function mend() {
    if (await act(editALine, { params: { line: line.seq }, body: { text } })) onDone()
  }
  function byKey(event: KeyboardEvent) {
    if (event.key === 'Escape') onDone()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void mend()
  }
  return (
    <form
      className="edit"
      onSubmit={(event) => {
        event.preventDefault()
        void mend()
      }}
    >
      <textarea
        className="input"
        aria-label={t`Edit your line`}
        rows={2}
        value={text}
        dir="auto"
        autoFocus
        onChange={({ target }) => setText(target.value)}
        onKeyDown={byKey}
      />
      <div className="acts">
        <Button small type="submit" isDisabled={busy}>
          <Trans>Save</Trans>
        </Button>
        <Button small look="quiet" onPress={onDone}>
          <Trans>Go back</Trans>
        </Button>
      </div>
      <ProblemLine cause={problem} />
    </form>
  )
}
