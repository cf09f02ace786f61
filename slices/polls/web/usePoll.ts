/** One poll as its page reads it, followed live, and what is read anew after an act. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Output } from '#kernel/operation.ts'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { listPollAnswers, listPolls, pollsForMe, readPoll } from '../api/reading.ts'

export type Poll = Output<typeof readPoll>
export type Id = Poll['poll']
export type Circle = Poll['circle']['id']
export type Slot = Poll['slots'][number]
export type Mark = NonNullable<Slot['mine']>
export type Stance = keyof NonNullable<Poll['stances']>
export type Answers = Output<typeof listPollAnswers>['answers']

export const TOUCHES = [readPoll, listPollAnswers, listPolls, pollsForMe]

/** Many answer at once: what is shown is read again at most so often. */
const AT_MOST_EVERY_MS = 1000

export function usePoll(poll: Id) {
  const client = useQueryClient()
  const read = useRead(readPoll, { params: { poll } })
  const seq = read.data?.seq
  const isThere = seq !== undefined
  useEffect(() => {
    if (!isThere) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => {
      timer = undefined
      for (const op of TOUCHES) void client.invalidateQueries({ queryKey: keyOf(op) })
    }
    const stop = follow(`poll:${poll}`, seq, {
      entries() {
        timer ??= setTimeout(readAgain, AT_MOST_EVERY_MS)
      },
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
    // It is followed from where it was first read; what comes after is heard.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, poll, isThere])
  return read
}
