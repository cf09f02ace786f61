/** Asks what a picture shows, for those who do not see it; it may be said later. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { describePicture } from './pictures.ts'
import { holdPlace } from './places.ts'
import styles from '../note.module.css'

type Props = {
  editor: Editor
  ask: { place: number; isNew: boolean }
  close: () => void
}

export function PictureSheet({ editor, ask, close }: Props) {
  const { t } = useLingui()
  const [whereNow] = useState(() => holdPlace(editor, ask.place))
  const [attrs] = useState(() => editor.state.doc.nodeAt(ask.place)?.attrs ?? {})
  const [alt, setAlt] = useState(String(attrs['alt'] ?? ''))
  function say() {
    const place = whereNow()
    if (place !== null) describePicture(editor, place, alt.trim())
    close()
  }
  return (
    <Sheet title={t`What does the picture show?`} onClose={close} act={t`Say it`} onAct={say}>
      <img className={styles['small-picture']} src={`/files/${attrs['file']}`} alt="" />
      <Field
        label={t`In a sentence, for those who do not see it`}
        hint={t`For instance: a drawer with four keys, one of them bent.`}
        value={alt}
        onChange={setAlt}
        maxLength={500}
        autoFocus
      />
      {ask.isNew && (
        <p className="hint">
          <Trans>You may say it later; until then the picture is marked.</Trans>
        </p>
      )}
    </Sheet>
  )
}
