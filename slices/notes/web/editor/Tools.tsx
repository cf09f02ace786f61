/**
 * The tools above the text: one stop for Tab, arrows move between them, Escape goes back to the
 * text. On a phone they stand above the on-screen keyboard.
 */
import { useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Image,
  Italic,
  Keyboard,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  SquareCheck,
  Undo2,
} from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { Separator, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Button } from '#web/kit/Button.tsx'
import type { Ask } from './Asking.tsx'
import { useAboveKeyboard } from './aboveKeyboard.ts'
import { KindMenu } from './KindMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { TableMenu } from './TableMenu.tsx'
import { bringPicture, isPicture, type Uploading } from './uploads.ts'
import styles from '../note.module.css'

type ToolProps = {
  label: string
  icon: LucideIcon
  on?: boolean
  off?: boolean
  run: () => void
}

export function Tool({ label, icon: Icon, on, off = false, run }: ToolProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        look="quiet"
        className={styles['tool'] ?? ''}
        aria-label={label}
        isDisabled={off}
        onPress={run}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
      >
        <Icon size={20} aria-hidden="true" />
      </Button>
      <Tooltip className={styles['tip'] ?? ''} offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}

type Props = {
  editor: Editor
  ask: (ask: Ask) => void
  uploading: Uploading
  ref: RefObject<HTMLDivElement | null>
}

function useOn(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      link: now.isActive('link'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      tasks: now.isActive('taskList'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
}

/** Escape goes back to the text. */
function useWayBack(tools: RefObject<HTMLDivElement | null>, editor: Editor): void {
  useEffect(() => {
    const place = tools.current
    const hear = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') editor.commands.focus()
    }
    place?.addEventListener('keydown', hear)
    return () => place?.removeEventListener('keydown', hear)
  }, [tools, editor])
}

export function Tools({ editor, ask, uploading, ref }: Props) {
  const { t } = useLingui()
  const on = useOn(editor)
  const place = useAboveKeyboard()
  useWayBack(ref, editor)
  const act = () => editor.chain().focus()
  return (
    <Toolbar
      ref={ref}
      aria-label={t`Tools for writing`}
      className={styles['tools'] ?? ''}
      style={place}
    >
      <KindMenu editor={editor} />
      <Tool label={t`Bold`} icon={Bold} on={on.bold} run={() => act().toggleBold().run()} />
      <Tool label={t`Italic`} icon={Italic} on={on.italic} run={() => act().toggleItalic().run()} />
      <Bar />
      <Tool
        label={t`List`}
        icon={List}
        on={on.bullets}
        run={() => act().toggleBulletList().run()}
      />
      <Tool
        label={t`List with numbers`}
        icon={ListOrdered}
        on={on.numbers}
        run={() => act().toggleOrderedList().run()}
      />
      <Tool
        label={t`Tasks`}
        icon={SquareCheck}
        on={on.tasks}
        run={() => act().toggleTaskList().run()}
      />
      <Bar />
      <Tool label={t`Link`} icon={Link} on={on.link} run={() => ask({ kind: 'link' })} />
      <PictureTool editor={editor} uploading={uploading} />
      <MoreMenu editor={editor} ask={ask} />
      {on.table && <TableMenu editor={editor} />}
      <Bar />
      <Tool label={t`Take back`} icon={Undo2} off={!on.undo} run={() => act().undo().run()} />
      <Tool label={t`Do again`} icon={Redo2} off={!on.redo} run={() => act().redo().run()} />
      <Tool label={t`Keys for writing`} icon={Keyboard} run={() => ask({ kind: 'keys' })} />
    </Toolbar>
  )
}

function Bar() {
  return <Separator orientation="vertical" className={styles['bar'] ?? ''} />
}

/** Chooses pictures from the reader's own files. */
function PictureTool({ editor, uploading }: Pick<Props, 'editor' | 'uploading'>) {
  const { t } = useLingui()
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <Tool label={t`Picture`} icon={Image} run={() => field.current?.click()} />
      <input
        ref={field}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
        multiple
        hidden
        onChange={({ target }) => {
          for (const picture of [...(target.files ?? [])].filter(isPicture))
            void bringPicture(editor.view, picture, editor.state.selection.from, uploading)
          target.value = ''
        }}
      />
    </>
  )
}
