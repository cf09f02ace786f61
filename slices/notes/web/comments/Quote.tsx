/** The words that a comment is about; long ones are cut in the eye only. */
import type { ReactNode } from 'react'
import styles from './comments.module.css'

export function Quote({ words, isGone = false }: { words: ReactNode; isGone?: boolean }) {
  return (
    <blockquote className={styles['quote']} data-gone={isGone || undefined} dir="auto">
      {words}
    </blockquote>
  )
}
