/** What can be done in a table. */
import { useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { Table } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { tableSteps } from './tables.ts'
import styles from '../note.module.css'

export function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useLingui()
  const labels: Record<keyof typeof tableSteps, string> = {
    rowAfter: t`A row below`,
    columnAfter: t`A column after`,
    noRow: t`Take this row away`,
    noColumn: t`Take this column away`,
    noTable: t`Take the table away`,
  }
  const steps = Object.entries(tableSteps)
  const choices: Choice[] = Object.entries(labels).map(([id, label]) => ({
    id,
    label,
    end: id === 'noTable',
    run() {
      const step = steps.find(([name]) => name === id)?.[1]
      if (step) editor.chain().focus().command(step).run()
    },
  }))
  return (
    <MenuButton label={t`This table`} placement="bottom start" choices={choices}>
      <Button look="quiet" className={styles['tool'] ?? ''} aria-label={t`This table`}>
        <Table size={20} aria-hidden="true" />
      </Button>
    </MenuButton>
  )
}
