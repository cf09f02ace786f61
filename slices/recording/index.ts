/**
 * The door of recording: why a gathering may not be recorded, which a later slice answers. News on
 * `recording:<gathering>`: `recording.began`, `.paused`, `.resumed`, `.stopped`, `.answered`,
 * `.taken-out`, `.cut`, `.kept-until`, `.deleted`.
 */
export { type Hindering, hindrances } from './store/hindrances.ts'
