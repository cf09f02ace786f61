/** One page of a deck: drawn as sharply as the screen is, with its words for who does not see it. */
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { addressOf } from './decks.ts'
import { useBox, useDeck } from './useDeck.ts'
import { TROUBLES } from './words.ts'

type Props = { file: string; page: number; label: string; children: ReactNode }

/** A page of a PDF; `children` lie on it. */
export function PdfSheet({ file, page, label, children }: Props) {
  const { t, i18n } = useLingui()
  const around = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useBox(around)
  const { deck, trouble } = useDeck(file)
  const [words, setWords] = useState<readonly string[]>([])
  useEffect(() => {
    if (!deck || !canvas.current || !box) return undefined
    const over = new AbortController()
    void deck.draw(page, canvas.current, box, over.signal)
    return () => over.abort()
  }, [deck, page, box])
  useEffect(() => {
    let over = false
    void deck?.words(page).then((found) => {
      if (!over) setWords(found)
    })
    return () => {
      over = true
    }
  }, [deck, page])
  return (
    <div ref={around} className="slide-around">
      {trouble ? (
        <p className="problem" role="alert">
          {i18n._(TROUBLES[trouble])}
        </p>
      ) : (
        <div className="slide-page">
          <canvas ref={canvas} role="img" aria-label={label} width={0} height={0} />
          {children}
        </div>
      )}
      <div className="sr" role="group" aria-label={t`Words of this page`}>
        {words.map((line, at) => (
          // A line has no name of its own, and the words of a page change together.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={at}>{line}</p>
        ))}
      </div>
    </div>
  )
}

/** A picture as it is. */
export function PictureSheet({ file, label, children }: Omit<Props, 'page'>) {
  return (
    <div className="slide-around">
      <div className="slide-page">
        <img src={addressOf(file)} alt={label} />
        {children}
      </div>
    </div>
  )
}
