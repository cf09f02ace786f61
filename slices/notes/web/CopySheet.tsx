/** The text of a note to take along, when the hall does not take it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'

export function CopySheet({ text, close }: { text: string; close: () => void }) {
  const { t } = useLingui()
  const field = useRef<HTMLTextAreaElement>(null)
  const [isCopied, setCopied] = useState(false)
  async function copy() {
    field.current?.select()
    // Without https there is no clipboard for pages: the text stands marked, ready for the keys.
    await navigator.clipboard?.writeText(text)
    setCopied(true)
  }
  return (
    <Sheet title={t`Your text`} onClose={close}>
      <textarea
        ref={field}
        className="input"
        rows={12}
        readOnly
        dir="auto"
        value={text}
        aria-label={t`Your text`}
      />
      <p>
        <Button onPress={() => void copy()}>
          {isCopied ? <Trans>Copied</Trans> : <Trans>Copy it</Trans>}
        </Button>
      </p>
    </Sheet>
  )
}
