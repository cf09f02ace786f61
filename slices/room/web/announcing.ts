/** What screen readers are told: one sentence at a time, each once, none too soon after another. */
import { useCallback, useEffect, useState } from 'react'

const BETWEEN_MS = 1500
const KEPT = 4

export function useAnnouncer(): { said: string; say: (words: string) => void } {
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [said] = waiting
  useEffect(() => {
    if (said === undefined) return undefined
    const timer = setTimeout(() => setWaiting((all) => all.slice(1)), BETWEEN_MS)
    return () => clearTimeout(timer)
  }, [waiting, said]) // oxlint-disable-line react/exhaustive-effect-dependencies
  const say = useCallback(
    (words: string) =>
      setWaiting((all) => [...all.slice(0, 1), ...all.slice(1).slice(-KEPT), words]),
    [],
  )
  return { said: said ?? '', say }
}
