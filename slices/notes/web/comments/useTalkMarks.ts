/** From the marks in the text to the talks, and back; and the keys that begin one. */
import { useCallback, useEffect, useRef } from 'react'
import type { Talking } from './talking.ts'

/** Ctrl (or ⌘), Alt and M: anywhere on the page. */
function isCommentKey({ code, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return code === 'KeyM' && altKey && (ctrlKey || metaKey)
}

export function useTalkMarks(talking: Talking | null, isBeside: boolean) {
  const text = useRef<HTMLDivElement>(null)
  const newest = useRef(talking)
  const isThere = talking !== null
  useEffect(() => {
    newest.current = talking
  })
  useEffect(() => {
    const place = text.current
    if (!isThere) return
    const press = ({ target }: MouseEvent): void => {
      const mark = target instanceof Element ? target.closest('[data-comment]') : null
      if (!(mark instanceof HTMLElement) || !newest.current) return
      newest.current.setActive(mark.dataset['comment'] ?? null)
      // Who writes on a phone presses to write there, not to see what is said.
      if (isBeside || !mark.closest('.tiptap')) newest.current.show(true)
    }
    const key = (event: KeyboardEvent): void => {
      const now = newest.current
      if (!isCommentKey(event) || !now?.may.comment) return
      event.preventDefault()
      now.begin(now.chosen())
    }
    place?.addEventListener('click', press)
    document.addEventListener('keydown', key)
    return () => {
      place?.removeEventListener('click', press)
      document.removeEventListener('keydown', key)
    }
  }, [isBeside, isThere])
  const look = useCallback((id: string) => {
    newest.current?.setActive(id)
    const mark = text.current?.querySelector(`[data-comment="${id}"]`)
    mark?.scrollIntoView({ block: 'center' })
    // Who goes by keys or by ear goes along; in the editor the cursor stays where it is.
    if (!(mark instanceof HTMLElement) || mark.closest('.tiptap')) return
    mark.tabIndex = -1
    mark.focus({ preventScroll: true })
  }, [])
  return { text, look }
}
