/**
 * A note as it is read and as it changes: at most once a second the hall says which pieces are new.
 * Who missed something reads it anew.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { listComments } from '../../api/comments.ts'
import { type NoteNews, readNoteText } from '../../api/reading.ts'
import { readNote } from '../../api/keeping.ts'
import type { NoteId } from '../../api/shapes.ts'
import { applyNews } from '../../rules/news.ts'

type Note = z.infer<typeof NoteId>
export type Read = Output<typeof readNoteText>
type News = z.infer<typeof NoteNews>
type Told = Read['pieces'][number]

/** With who wrote what, a whole reading is needed; not more often than this. */
const COLOURED_EVERY_MS = 3000
/** What others said is read again within this, not by everybody in the same moment. */
const SAID_WITHIN_MS = 2500

type Passed = { news?: News; writers?: Read['writers'] }

function isPassed(said: unknown): said is Passed {
  return typeof said === 'object' && said !== null
}

const exact = ({ key, html, list }: Told) => (list ? { key, html, list } : { key, html })
const placed = (piece: News['put'][number]) => ({ ...exact(piece), after: piece.after })

/** The reading after news; null when something was missed. */
export function after(read: Read, news: News): Read | null {
  if (news.number <= read.number) return read
  if (news.number !== read.number + 1 && news.since !== read.stamp) return null
  const { number, updatedAt, gone } = news
  const pieces = applyNews(read.pieces.map(exact), { gone, put: news.put.map(placed) })
  return { ...read, pieces, number, updatedAt }
}

/** Reads a note and follows it; `coloured` with who wrote what. */
export function useReading(note: Note, coloured: boolean) {
  const client = useQueryClient()
  const input = { params: { note }, query: { authors: coloured ? '1' : '0' } } as const
  const reading = useRead(readNoteText, input)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const said = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const key = keyOf(readNoteText, { params: { note }, query: { authors: coloured ? '1' : '0' } })
    const again = () => void client.invalidateQueries({ queryKey: key })
    const soon = () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        again()
      }, COLOURED_EVERY_MS)
    }
    const sayAgain = () => {
      said.current ??= setTimeout(() => {
        said.current = undefined
        void client.invalidateQueries({ queryKey: keyOf(listComments) })
      }, Math.random() * SAID_WITHIN_MS)
    }
    const stop = follow(`note:${note}`, 0, {
      entries(entries) {
        const isSaid = ({ kind }: { kind: string }) => kind.startsWith('comment.')
        if (entries.some(isSaid)) sayAgain()
        if (entries.every(isSaid)) return
        void client.invalidateQueries({ queryKey: keyOf(readNoteText) })
        void client.invalidateQueries({ queryKey: keyOf(readNote) })
      },
      gone: again,
      pass(passed) {
        const held = client.getQueryData<Read>(key)
        if (!held || !isPassed(passed)) return
        const { writers, news } = passed
        const before = writers ? { ...held, writers } : held
        if (writers) client.setQueryData<Read>(key, before)
        if (!news) return
        if (coloured) return soon()
        const next = after(before, news)
        if (next) client.setQueryData<Read>(key, next)
        else again()
      },
    })
    return () => {
      stop()
      clearTimeout(timer.current)
      clearTimeout(said.current)
      timer.current = undefined
      said.current = undefined
    }
  }, [client, note, coloured])
  return reading
}
