/** Asks which template is put at the end of the note; taken back like whatever one writes. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { call } from '#web/kit/call.ts'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { readNoteTemplate } from '../../api/templates.ts'
import { useTemplates } from '../useTemplates.ts'
import { putAtEnd } from './places.ts'

export function TemplateSheet({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useLingui()
  const { choices, of, error } = useTemplates()
  const [chosen, setChosen] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const value = chosen || (choices[0]?.value ?? '')
  async function take() {
    const template = of(value)
    if (!template) return
    setBusy(true)
    try {
      const { blocks } = await call(readNoteTemplate, { params: { template } })
      putAtEnd(editor, blocks)
      close()
    } catch (cause) {
      setProblem(cause)
      setBusy(false)
    }
  }
  return (
    <Sheet
      title={t`Put a template in`}
      onClose={close}
      act={t`Put it in`}
      onAct={() => void take()}
      busy={isBusy || value === ''}
      problem={problem ?? error}
    >
      <Select label={t`Which one`} value={value} onChange={setChosen} choices={choices} />
      <p className="hint">
        <Trans>It comes at the end of the note. “Take back” takes it out again.</Trans>
      </p>
    </Sheet>
  )
}
