/** Asks where a link leads. Only the web, mail and pages of the hall may stand behind one. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { addressMeant } from './links.ts'

export function LinkSheet({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useLingui()
  const before: unknown = editor.getAttributes('link')['href']
  const { empty, from, to } = editor.state.selection
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const [words, setWords] = useState(editor.state.doc.textBetween(from, to, ' '))
  const [mistake, setMistake] = useState<string>()
  const isNew = empty && !before
  function set() {
    const href = addressMeant(address)
    if (!href) return setMistake(t`Write an address of the web (https://…) or of mail.`)
    const chain = editor.chain().focus()
    if (isNew) {
      const text = words.trim() || address.trim()
      chain.insertContent([{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }])
    } else chain.extendMarkRange('link').setMark('link', { href })
    chain.run()
    close()
  }
  return (
    <Sheet title={t`Link`} onClose={close} act={t`Set the link`} onAct={set}>
      <Field
        label={t`Where it leads`}
        value={address}
        onChange={setAddress}
        mistake={mistake}
        inputMode="url"
        autoFocus
      />
      {isNew && <Field label={t`Its words`} value={words} onChange={setWords} />}
      {before !== undefined && (
        <p>
          <Button
            small
            onPress={() => {
              editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
              close()
            }}
          >
            <Trans>Take the link away</Trans>
          </Button>
        </p>
      )}
    </Sheet>
  )
}
