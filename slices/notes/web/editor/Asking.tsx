/** What the editor asks: the address of a link, what a picture shows, who does a task. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { Sheet } from '#web/kit/Sheet.tsx'
import { LinkSheet } from './LinkSheet.tsx'
import type { Mentionable } from './mentions.ts'
import { PictureSheet } from './PictureSheet.tsx'
import { taskAround } from './tasks.ts'
import { TaskSheet } from './TaskSheet.tsx'
import { TemplateSheet } from './TemplateSheet.tsx'
import { WriteKeys } from './WriteKeys.tsx'

export type Ask =
  | { kind: 'link' }
  | { kind: 'keys' }
  | { kind: 'template' }
  | { kind: 'no-picture'; name: string }
  | { kind: 'picture'; place: number; isNew: boolean }
  | { kind: 'task'; place?: number }

type Props = {
  ask: Ask | null
  editor: Editor
  people: readonly Mentionable[]
  close: () => void
  failed: unknown
  forget: () => void
}

export function Asking({ ask, editor, people, close, failed, forget }: Props) {
  const { t } = useLingui()
  if (failed)
    return (
      <Sheet title={t`The picture did not come along`} onClose={forget} problem={failed}>
        <p>
          <Trans>The note is as it was. Try again, or with another picture.</Trans>
        </p>
      </Sheet>
    )
  if (ask?.kind === 'no-picture') {
    const { name } = ask
    return (
      <Sheet title={t`Only pictures stand in a note`} onClose={close}>
        <p>
          <Trans>
            <bdi>{name}</bdi> is none. Add it to the files of the circle or the gathering, then put
            a link to it here.
          </Trans>
        </p>
      </Sheet>
    )
  }
  if (ask?.kind === 'link') return <LinkSheet editor={editor} close={close} />
  if (ask?.kind === 'keys') return <WriteKeys close={close} />
  if (ask?.kind === 'template') return <TemplateSheet editor={editor} close={close} />
  if (ask?.kind === 'picture')
    return <PictureSheet key={ask.place} editor={editor} ask={ask} close={close} />
  if (ask?.kind === 'task') {
    const place = ask.place ?? taskAround(editor)?.place
    if (place === undefined) return null
    return <TaskSheet key={place} editor={editor} place={place} people={people} close={close} />
  }
  return null
}
