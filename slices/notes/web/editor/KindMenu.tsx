/** What the line at the cursor is: words, a heading, a quote, code. */
import { useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { ChevronDown } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import styles from '../note.module.css'

const LEVELS = [1, 2, 3] as const
type Kind = 'words' | 'code' | `${(typeof LEVELS)[number]}`

function kindAt(editor: Editor): Kind {
  if (editor.isActive('codeBlock')) return 'code'
  const level = LEVELS.find((one) => editor.isActive('heading', { level: one }))
  return level ? `${level}` : 'words'
}

export function KindMenu({ editor }: { editor: Editor }) {
  const { t } = useLingui()
  const { kind, quoted } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ kind: kindAt(now), quoted: now.isActive('blockquote') }),
  })
  const act = () => editor.chain().focus()
  const names = {
    words: t`Words`,
    1: t`Large heading`,
    2: t`Heading`,
    3: t`Small heading`,
    code: t`Code`,
  }
  const choices: Choice[] = [
    { id: 'words', label: names.words, run: () => act().setParagraph().run() },
    ...LEVELS.map((level) => ({
      id: `${level}`,
      label: names[level],
      run: () => act().toggleHeading({ level }).run(),
    })),
    { id: 'code', label: names.code, run: () => act().toggleCodeBlock().run() },
  ].map((choice) => ({ ...choice, pressed: choice.id === kind }))
  const quote = {
    id: 'quote',
    label: t`Quote`,
    pressed: quoted,
    run: () => act().toggleBlockquote().run(),
  }
  return (
    <MenuButton label={t`What this line is`} placement="bottom start" choices={[...choices, quote]}>
      <Button look="quiet" className={styles['kind'] ?? ''}>
        <span>{quoted ? quote.label : names[kind]}</span>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
    </MenuButton>
  )
}
