/**
 * Choosing words of a note that is read, by keys: up and down go by lines, left and right by words,
 * with Shift they take in more; Enter takes them, Escape goes back.
 */
import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import type { Passage } from '../../api/comments.ts'
import { linesIn, passageIn } from './script.ts'
import styles from './comments.module.css'

/** The passage that is chosen on the page within a root. */
export function chosenIn(root: Element | null): Passage | null {
  const selection = window.getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return root.contains(range.commonAncestorContainer) ||
    range.commonAncestorContainer.contains(root)
    ? passageIn(root, range)
    : null
}

/** The first line that is in sight. */
function firstSeen(lines: readonly Element[]): number {
  const at = lines.findIndex((line) => line.getBoundingClientRect().top >= 0)
  return Math.max(at, 0)
}

class Steps {
  readonly #lines: readonly Element[]
  #at: number
  /** A whole line is chosen: the next word is its first. */
  #isWhole = true

  constructor(root: Element) {
    this.#lines = linesIn(root)
    this.#at = firstSeen(this.#lines)
    this.line(0)
  }

  line(step: number): void {
    const { length } = this.#lines
    this.#at = Math.min(Math.max(this.#at + step, 0), length - 1)
    const line = this.#lines[this.#at]
    if (!line) return
    window.getSelection()?.selectAllChildren(line)
    line.scrollIntoView({ block: 'nearest' })
    this.#isWhole = true
  }

  word(step: 'forward' | 'backward', isMore: boolean): void {
    const selection = window.getSelection()
    if (!selection || selection.rangeCount === 0) return
    if (!isMore && (this.#isWhole || step === 'backward')) selection.collapseToStart()
    else if (!isMore) selection.collapseToEnd()
    selection.modify('extend', step, 'word')
    this.#isWhole = false
  }

  /** Whether the key was one of ours. */
  key({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') this.line(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'ArrowRight') this.word('forward', shiftKey)
    else if (key === 'ArrowLeft') this.word('backward', shiftKey)
    else return false
    return true
  }
}

type Props = { root: HTMLElement; done: (passage: Passage | null) => void }

export function Choosing({ root, done }: Props) {
  const [words, setWords] = useState('')
  useEffect(() => {
    root.focus({ preventScroll: true })
    const steps = new Steps(root)
    const tell = () => setWords(window.getSelection()?.toString() ?? '')
    const timer = setTimeout(tell, 0)
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') done(chosenIn(root))
      else if (event.key === 'Escape') done(null)
      else if (!steps.key(event)) return
      else tell()
      event.preventDefault()
    }
    root.addEventListener('keydown', hear)
    return () => {
      clearTimeout(timer)
      root.removeEventListener('keydown', hear)
    }
  }, [root, done])
  return (
    <div className={styles['bar']}>
      <p className={styles['by-hand']}>
        <Trans>Choose words in the note, then take them.</Trans>
      </p>
      <p className={styles['by-keys']}>
        <Trans>
          ↑ ↓ a line, ← → a word, with Shift more. Enter takes the words, Esc goes back.
        </Trans>
      </p>
      <output className="sr">{words}</output>
      <Button small look="act" onPress={() => done(chosenIn(root))}>
        <Trans>Take these words</Trans>
      </Button>
      <Button small onPress={() => done(null)}>
        <Trans>Go back</Trans>
      </Button>
    </div>
  )
}

const SETTLED_MS = 200

/** On a phone, where the head is out of sight: a button as soon as words are chosen. */
type BarProps = { root: HTMLElement; take: (passage: Passage) => void }

export function ChosenBar({ root, take }: BarProps) {
  const [passage, setPassage] = useState<Passage | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setPassage(chosenIn(root)), SETTLED_MS)
    }
    document.addEventListener('selectionchange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
    }
  }, [root])
  if (!passage) return null
  return (
    <div className={styles['bar']}>
      <Button
        look="act"
        onPress={() => {
          setPassage(null)
          take(passage)
        }}
      >
        <Trans>Comment on these words</Trans>
      </Button>
    </div>
  )
}
