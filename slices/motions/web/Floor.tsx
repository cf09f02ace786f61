/** On the stage: what is before the assembly, what is to be done next, the vote, the last result. */
import { useLingui } from '@lingui/react/macro'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { useEffect } from 'react'
import { Pending } from './Pending.tsx'
import { Over, Result } from './Result.tsx'
import { type Motions, useMotionNews, useMotions } from './useMotions.ts'
import { useResultWords } from './saying.ts'
import './motions.css'

export function Part() {
  const { t } = useLingui()
  const motions = useMotions()
  useMotionNews(motions?.seq)
  useSaidResult(motions)
  if (!motions) return null
  const { pending, over } = motions
  const [latest] = over
  if (pending.length === 0 && !latest) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="motion" aria-label={t`Before the assembly`} tabIndex={0}>
      {pending.length > 0 ? <Pending motions={motions} /> : latest && <Result motion={latest} />}
      {pending.length > 0 &&
        latest?.over &&
        pending.some(({ motion }) => motion === latest.over) && <Result motion={latest} small />}
      <Over over={pending.length > 0 ? over : over.slice(1)} />
    </section>
  )
}

/** A result is said to who does not look. */
function useSaidResult(motions: Motions | undefined): void {
  const { say } = useInRoom()
  const latest = motions?.over[0]
  const words = useResultWords(latest)
  const voting = motions?.vote?.decision
  useEffect(() => {
    if (words) say(words)
    // Said once for each result, not when a name in it changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [latest?.motion, say])
  const { t } = useLingui()
  const open = t`A vote is open.`
  useEffect(() => {
    if (voting) say(open)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [voting, say])
}
