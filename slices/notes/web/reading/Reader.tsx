/** A note for who reads: HTML from the hall, which changes piece by piece. */
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useLingui } from '@lingui/react/macro'
import { dayWords } from '../days.ts'
import { type Author, styleOf } from '../authors.ts'
import { type Piece, putOn, type ReadWords, type Sheet } from './pages.ts'

function useReadWords(): ReadWords {
  const { t, i18n } = useLingui()
  const { locale } = i18n
  return useMemo(
    () => ({
      done: (text) => t`Done: ${text}`,
      about({ ownerName, day, next }) {
        const known = [
          ownerName,
          day ? dayWords(day, locale) : null,
          next === 'true' ? t`next time` : null,
        ]
        const words = known.filter(Boolean).join(' · ')
        return words || null
      },
    }),
    [t, locale],
  )
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<"]/g, (sign) => ESCAPES[sign] ?? '')

/** Gives what each author wrote their look, and each block the names of its authors. */
export function withLooks(piece: Piece, looks: ReadonlyMap<number, Author>): Piece {
  const names = new Set<string>()
  const html = piece.html.replaceAll(/ data-by="(\d+)"/g, (_, number: string) => {
    const author = looks.get(Number(number))
    if (!author) return ''
    names.add(author.name)
    const { tint, stroke, name } = author
    const style = styleOf(author)
    const own = style ? ` style="${style}"` : ''
    return ` data-by="${number}" class="by-${tint} stroke-${stroke}" title="${escaped(name)}"${own}`
  })
  if (names.size === 0) return { ...piece, html }
  const listed = escaped([...names].join(', '))
  return { ...piece, html: html.replace(/^<(\w+)/, `<$1 data-names="${listed}"`) }
}

type Props = { pieces: readonly Piece[]; looks: ReadonlyMap<number, Author> | null }

export function Reader({ pieces, looks }: Props) {
  const words = useReadWords()
  const root = useRef<HTMLDivElement>(null)
  const sheet = useRef<{ words: ReadWords; standing: Sheet }>(null)
  const shown = useMemo(
    () => (looks ? pieces.map((piece) => withLooks(piece, looks)) : pieces),
    [pieces, looks],
  )
  useLayoutEffect(() => {
    if (!root.current) return
    if (sheet.current?.words !== words) {
      root.current.replaceChildren()
      sheet.current = { words, standing: new Map() }
    }
    putOn(root.current, sheet.current.standing, shown, words)
  }, [shown, words])
  return <div ref={root} className="read" dir="auto" />
}
