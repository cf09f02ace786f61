/**
 * The files of something: seen, saved, added (by button, by dropping them, by pasting a picture),
 * taken away and taken back. `compact` stands inside something else, without a title of its own.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useState } from 'react'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { keepHere, listFiles, removeFile, type FileShown } from '../api.ts'
import type { Holder } from '../rules/keeping.ts'
import { AddFiles } from './AddFiles.tsx'
import { FileRow } from './FileRow.tsx'
import { Removed } from './Removed.tsx'
import { UploadRow } from './UploadRow.tsx'
import { useFiles } from './useFiles.ts'
import { useUploads } from './useUploads.ts'
import styles from './files.module.css'

/** Where a file is held: by an item of the gathering, or by the holder itself. */
function placeOf({ item }: FileShown, { kind, id }: Holder) {
  const ofItem = item !== null && kind === 'gathering'
  return ofItem ? { kind: 'item', holder: `${id}.${item}` } : { kind, holder: id }
}

type Props = {
  holder: Holder
  title?: ReactNode
  /** The name of what it stands in, for the button. */
  compact?: string
  /** Of a gathering: with the files of its items. */
  whole?: boolean
}

export function Files({ holder, title, compact: within, whole = false }: Props) {
  const { t } = useLingui()
  const compact = within !== undefined
  const id = useId()
  const { files, may, left, error } = useFiles(holder, whole)
  const uploads = useUploads(holder)
  const [over, setOver] = useState(false)
  const [taken, setTaken] = useState<FileShown | null>(null)
  const remove = useCall(removeFile, { touches: [listFiles] })
  const back = useCall(keepHere, { touches: [listFiles] })
  const at = (file: FileShown) => ({
    params: { ...placeOf(file, holder), file: file.id },
  })
  if (files?.length === 0 && !may?.add && (compact || !title)) return null
  const adds = may?.add ?? false
  const dropping = adds && {
    onDragOver(event: DragEvent) {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault()
      setOver(false)
      uploads.add(event.dataTransfer.files)
    },
    onPaste: (event: ClipboardEvent) => uploads.add(event.clipboardData.files),
  }
  return (
    <section
      className={`${compact ? styles['compact'] : 'place'} ${over ? styles['over'] : ''}`}
      {...(compact ? { 'aria-label': t`Files of ${within}` } : { 'aria-labelledby': id })}
      {...dropping}
    >
      {!compact && <h2 id={id}>{title ?? <Trans>Files</Trans>}</h2>}
      <ProblemLine cause={error ?? remove.error ?? back.error} />
      {files?.length === 0 && !compact && uploads.uploads.length === 0 && (
        <Empty>
          <Trans>No files yet.</Trans>
        </Empty>
      )}
      <ul className={`rows ${styles['list']}`}>
        {files?.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            brief={compact}
            onRemove={() => remove.mutate(at(file), { onSuccess: () => setTaken(file) })}
          />
        ))}
        {uploads.uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} uploads={uploads} />
        ))}
      </ul>
      <Removed
        file={taken}
        onBack={(file) => back.mutate(at(file), { onSuccess: () => setTaken(null) })}
      />
      {adds && <AddFiles compact={compact} name={within ?? ''} left={left} onAdd={uploads.add} />}
    </section>
  )
}
