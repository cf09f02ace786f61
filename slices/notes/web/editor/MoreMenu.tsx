/** The rarer tools: what returns, a table, a template, a name, struck words, code, a line across. */
import { useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  AtSign,
  CodeXml,
  Ellipsis,
  LayoutTemplate,
  MessageSquarePlus,
  Minus,
  Repeat,
  Strikethrough,
  Table,
  UserCheck,
} from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { useTalking } from '../comments/talking.ts'
import type { Ask } from './Asking.tsx'
import { isForNext, toggleNext } from './next.ts'
import { insertTable } from './tables.ts'
import styles from '../note.module.css'

const SIZE = { size: 18, 'aria-hidden': true } as const

/** Saying something about the words that are chosen, for who may. */
function useComment(): Choice[] {
  const { t } = useLingui()
  const talking = useTalking()
  if (!talking?.may.comment) return []
  const run = () => talking.begin(talking.chosen())
  const icon = <MessageSquarePlus {...SIZE} />
  return [{ id: 'comment', label: t`Comment on these words`, icon, run }]
}

export function MoreMenu({ editor, ask }: { editor: Editor; ask: (ask: Ask) => void }) {
  const { t } = useLingui()
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      strike: now.isActive('strike'),
      code: now.isActive('code'),
      task: now.isActive('taskItem'),
      next: isForNext(now),
    }),
  })
  const comment = useComment()
  const act = () => editor.chain().focus()
  const choices: Choice[] = [
    ...comment,
    ...(on.task
      ? [
          {
            id: 'task',
            label: t`Who does this task`,
            icon: <UserCheck {...SIZE} />,
            run: () => ask({ kind: 'task' }),
          },
        ]
      : []),
    ...(on.next === null
      ? []
      : [
          {
            id: 'next',
            label: t`Bring it back next time`,
            icon: <Repeat {...SIZE} />,
            pressed: on.next,
            run: () => act().command(toggleNext).run(),
          },
        ]),
    {
      id: 'mention',
      label: t`Mention somebody`,
      icon: <AtSign {...SIZE} />,
      run: () => act().insertContent('@').run(),
    },
    {
      id: 'table',
      label: t`Table`,
      icon: <Table {...SIZE} />,
      run: () => act().command(insertTable).run(),
    },
    {
      id: 'template',
      label: t`A template…`,
      icon: <LayoutTemplate {...SIZE} />,
      run: () => ask({ kind: 'template' }),
    },
    {
      id: 'rule',
      label: t`Line across`,
      icon: <Minus {...SIZE} />,
      run: () => act().setHorizontalRule().run(),
    },
    {
      id: 'strike',
      label: t`Struck through`,
      icon: <Strikethrough {...SIZE} />,
      pressed: on.strike,
      run: () => act().toggleStrike().run(),
    },
    {
      id: 'code',
      label: t`Code in the line`,
      icon: <CodeXml {...SIZE} />,
      pressed: on.code,
      run: () => act().toggleCode().run(),
    },
  ]
  return (
    <MenuButton label={t`More tools`} placement="bottom start" choices={choices}>
      <Button look="quiet" className={styles['tool'] ?? ''} aria-label={t`More tools`}>
        <Ellipsis size={20} aria-hidden="true" />
      </Button>
    </MenuButton>
  )
}
