/** A deck that is shown here, and the room that there is for it. */
import { type RefObject, useEffect, useState } from 'react'
import { deckTrouble, type DeckTrouble, openDeck } from './decks.ts'
import type { Box, Deck } from './pdf.ts'

type Opened = { file: string; deck: Deck | null; trouble: DeckTrouble | null }

export function useDeck(file: string): Pick<Opened, 'deck' | 'trouble'> {
  const [opened, setOpened] = useState<Opened>({ file: '', deck: null, trouble: null })
  useEffect(() => {
    let over = false
    const tell = (found: Omit<Opened, 'file'>) => {
      if (!over) setOpened({ file, ...found })
    }
    openDeck(file).then(
      (deck) => tell({ deck, trouble: null }),
      (cause: unknown) => tell({ deck: null, trouble: deckTrouble(cause) }),
    )
    return () => {
      over = true
    }
  }, [file])
  return opened.file === file ? opened : { deck: null, trouble: null }
}

/** The size of an element and the sharpness of the screen, as they change. */
export function useBox(element: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null)
  useEffect(() => {
    const { current } = element
    if (!current) return undefined
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current
      if (width > 0 && height > 0) setBox({ width, height, ratio: window.devicePixelRatio })
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return box
}
