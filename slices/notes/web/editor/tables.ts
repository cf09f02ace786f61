/** Tables: rows and cells over ProseMirror's tables; Tab goes from cell to cell. */
import { type Command, Extension, type Extensions } from '@tiptap/core'
import type { Node as Part } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  tableEditing,
} from '@tiptap/pm/tables'
import { asNode } from './specs.ts'

const ROWS = 3
const COLUMNS = 3

function emptyTable({ schema }: EditorState): Part | null {
  const { table, tableRow, tableCell, tableHeader } = schema.nodes
  if (!table || !tableRow || !tableCell || !tableHeader) return null
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const cell = row === 0 ? tableHeader : tableCell
    return tableRow.create(
      null,
      Array.from({ length: COLUMNS }, () => cell.createAndFill()).filter((one) => one !== null),
    )
  })
  return table.create(null, rows)
}

/** Puts an empty table where the cursor is, which goes to its first cell. */
export const insertTable: Command = ({ tr, state, dispatch }) => {
  const table = emptyTable(state)
  if (!table || isInTable(state)) return false
  if (dispatch) {
    const { from } = tr.selection
    tr.replaceSelectionWith(table).scrollIntoView()
    tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1)))
  }
  return true
}

type Step = (state: EditorState, dispatch?: (tr: Transaction) => void) => boolean
const asCommand =
  (step: Step): Command =>
  ({ state, dispatch }) =>
    step(state, dispatch)

/** What can be done in a table. */
export const tableSteps = {
  rowAfter: asCommand(addRowAfter),
  columnAfter: asCommand(addColumnAfter),
  noRow: asCommand(deleteRow),
  noColumn: asCommand(deleteColumn),
  noTable: asCommand(deleteTable),
}

const tableKeys = Extension.create({
  name: 'tableKeys',
  priority: 900,
  addKeyboardShortcuts() {
    const next = asCommand(goToNextCell(1))
    return {
      Tab: () =>
        isInTable(this.editor.state) &&
        (this.editor.commands.command(next) ||
          this.editor.chain().command(tableSteps.rowAfter).command(next).run()),
      'Shift-Tab': () => this.editor.commands.command(asCommand(goToNextCell(-1))),
    }
  },
  addProseMirrorPlugins: () => [tableEditing()],
})

export const tables: Extensions = [
  asNode('table'),
  asNode('tableRow'),
  asNode('tableCell'),
  asNode('tableHeader'),
  tableKeys,
]
