/**
 * A grid that is walked by arrow keys: one of its cells is a stop of the tab key, the one where one was
 * last. Home and End go to the ends of a row, with Control to those of the grid.
 */
import { type KeyboardEvent, useRef, useState } from 'react'

type Place = { row: number; column: number }

export function useGrid(rows: number, columns: number) {
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const grid = useRef<HTMLTableElement>(null)

  function go({ row, column }: Place) {
    const place = {
      row: Math.min(rows - 1, Math.max(0, row)),
      column: Math.min(columns - 1, Math.max(0, column)),
    }
    setAt(place)
    const cell = grid.current?.querySelector(`[data-cell="${place.row} ${place.column}"]`)
    if (cell instanceof HTMLElement) cell.focus()
  }

  function walk(event: KeyboardEvent) {
    const { row, column } = at
    // In a page that reads from right to left the next column is to the left.
    const onward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const steps: Record<string, Place> = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowRight: { row, column: column + onward },
      ArrowLeft: { row, column: column - onward },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? rows - 1 : row, column: columns - 1 },
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    go(step)
  }

  /** What a cell needs to be one of the grid. */
  const cell = (row: number, column: number) => ({
    'data-cell': `${row} ${column}`,
    tabIndex: row === at.row && column === at.column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
  })
  return { grid, walk, cell }
}
