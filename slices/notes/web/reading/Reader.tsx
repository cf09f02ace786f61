/** A note for who reads: HTML from the hall, which changes piece by piece. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { dayWords } from '../days.ts'
import type { Passage } from '../../api/comments.ts'
import { type Author, styleOf } from '../authors.ts'
import { Choosing, ChosenBar, chosenIn } from '../comments/Choosing.tsx'
import type { Marks } from '../comments/marks.ts'
import { type Talking, useTalking } from '../comments/talking.ts'
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

const NO_MARKS: Marks = new Map()
/** Where marked words were not found, the hall is asked for them, not more often than this. */
const ASK_EVERY_MS = 3000

/** Lets words be chosen in the text that is read, by hand and by keys. */
function useChoice(root: HTMLElement | null, talking: Talking | null) {
  const [isChoosing, setChoosing] = useState(false)
  const [offer, begin] = [talking?.offer, talking?.begin]
  useEffect(() => {
    return offer?.({ chosen: () => chosenIn(root), choose: () => setChoosing(true) })
  }, [root, offer])
  const done = useCallback(
    (passage: Passage | null) => {
      setChoosing(false)
      if (passage) begin?.(passage)
    },
    [begin],
  )
  return { isChoosing, done }
}

export function Reader({ pieces, looks }: Props) {
  const words = useReadWords()
  const talking = useTalking()
  const { t } = useLingui()
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const sheet = useRef<{ root: Element; words: ReadWords; standing: Sheet }>(null)
  const { isChoosing, done } = useChoice(root, talking)
  const [isLost, setLost] = useState(false)
  const marks = talking?.marks ?? NO_MARKS
  const shown = useMemo(
    () => (looks ? pieces.map((piece) => withLooks(piece, looks)) : pieces),
    [pieces, looks],
  )
  useLayoutEffect(() => {
    if (!root) return
    if (sheet.current?.root !== root || sheet.current.words !== words) {
      root.replaceChildren()
      sheet.current = { root, words, standing: new Map() }
    }
    const isFound = putOn(root, sheet.current.standing, shown, { words, marks })
    if (!isFound) setLost(true)
  }, [root, shown, words, marks])
  const again = talking?.again
  useEffect(() => {
    if (!isLost || !again) return
    const timer = setTimeout(() => {
      setLost(false)
      again()
    }, ASK_EVERY_MS)
    return () => clearTimeout(timer)
  }, [isLost, again])
  return (
    <>
      <div
        ref={setRoot}
        className="read"
        dir="auto"
        tabIndex={-1}
        {...(isChoosing && {
          role: 'application',
          'aria-label': t`Choosing words of the note`,
        })}
      />
      {root && isChoosing && <Choosing root={root} done={done} />}
      {root && talking?.may.comment && !isChoosing && (
        <ChosenBar root={root} take={talking.begin} />
      )}
    </>
  )
}
