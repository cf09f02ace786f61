/**
 * The key of a sealed gathering. It comes with the link, after the `#`, which browsers keep to
 * themselves, or is typed by who heard it; it stays in this tab and goes to no server.
 */
import { useSyncExternalStore } from 'react'

/** Fewer letters could be tried out one by one by who kept what was sent. */
export const FEWEST = 12

const NAME = 'key'
/** Letters and figures that are not taken for each other when they are read out. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 20
const GROUP = 4

const placeOf = (gathering: string) => `moothall.key.${gathering}`

/** As it counts: however it was typed or spoken, large or small, with gaps or without. */
export const plainKey = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replaceAll(/[\s\-_.,]/g, '')

/** A key of 99 bits, by lot. */
export function makeKey(): string {
  const picked: string[] = []
  while (picked.length < LENGTH)
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      const sign = SIGNS[byte % 32]
      if (sign && picked.length < LENGTH) picked.push(sign)
    }
  return picked.join('')
}

/** In groups of four, to be read out. */
export const spokenKey = (key: string): string =>
  key.match(new RegExp(`.{1,${GROUP}}`, 'gu'))?.join('-') ?? key

/** The link into a room, with its key. */
export const linkWith = (gathering: string, key: string): string =>
  `${location.origin}/gatherings/${gathering}/room#${new URLSearchParams({ [NAME]: key })}`

const kept = new Map<string, string>()
const watchers = new Set<() => void>()

export function keepKey(gathering: string, key: string): void {
  kept.set(gathering, key)
  try {
    sessionStorage.setItem(placeOf(gathering), key)
  } catch {
    // A tab that keeps nothing asks again when it is loaded anew.
  }
  for (const watcher of watchers) watcher()
}

/** Takes the key out of the address, where others could read it from a shared screen. */
function fromAddress(): string {
  const key = plainKey(new URLSearchParams(location.hash.slice(1)).get(NAME) ?? '')
  if (key) history.replaceState(history.state, '', location.pathname + location.search)
  return key
}

/** The key of a gathering as this tab knows it; empty: it does not. */
export function keyOf(gathering: string): string {
  const known = kept.get(gathering)
  if (known !== undefined) return known
  const given = fromAddress()
  if (given) keepKey(gathering, given)
  else kept.set(gathering, read(gathering))
  return kept.get(gathering) ?? ''
}

function read(gathering: string): string {
  try {
    return sessionStorage.getItem(placeOf(gathering)) ?? ''
  } catch {
    return ''
  }
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useKey = (gathering: string): string =>
  useSyncExternalStore(watch, () => keyOf(gathering))

/** Whether this browser can seal what it sends. */
export function canSeal(): boolean {
  const transforms =
    'RTCRtpScriptTransform' in window ||
    ('RTCRtpSender' in window && 'createEncodedStreams' in RTCRtpSender.prototype)
  return window.isSecureContext && transforms
}
