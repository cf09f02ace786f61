/** A steady hand: something so many times a second, whether the last is done or not. */
import { setTimeout as rest } from 'node:timers/promises'

/** Starts `send(1)`, `send(2)` … evenly, `perSecond` for `seconds`; resolves when all are done. */
export async function atRate<T>(
  perSecond: number,
  seconds: number,
  send: (number: number) => Promise<T>,
): Promise<T[]> {
  const begin = performance.now()
  const sent: Promise<T>[] = []
  for (let number = 1; number <= perSecond * seconds; number += 1) {
    const wait = begin + ((number - 1) * 1000) / perSecond - performance.now()
    if (wait > 0) await rest(wait)
    const one = send(number)
    one.catch(() => {})
    sent.push(one)
  }
  return Promise.all(sent)
}

/** Waits until something holds; gives up after so many milliseconds and answers whether it did. */
export async function holds(what: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  for (const last = performance.now() + ms; performance.now() < last; await rest(20))
    if (await what()) return true
  return false
}
