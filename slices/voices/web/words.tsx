/** Sentences for what went wrong, and for what the media server is doing. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { MediaWord } from '#kernel/media/state.ts'
import type { Source } from '../rules/voices.ts'
import type { Done, Quality, Trouble } from './callStore.ts'

export const TROUBLES: Record<Trouble, MessageDescriptor> = {
  'device-refused': msg`This browser does not let the hall use it. Press the sign left of the address, allow it there, and try again.`,
  'device-missing': msg`No such device was found. Plug it in, or choose another one.`,
  'device-busy': msg`The device does not answer; another program may be using it. Close that, and try again.`,
  insecure: msg`Browsers give microphone and camera to addresses with https only. You hear everybody; ask the steward for an address with https.`,
  elsewhere: msg`You came into the sound in another window. This one is in text now.`,
  removed: msg`You are no longer in the sound of this gathering.`,
  lost: msg`The sound could not be reached. The text goes on; try again when you like.`,
  full: msg`Twelve people hear each other here now, the most of a sealed gathering. The text goes on; come in when somebody has left the sound.`,
  silent: msg`Your browser waits for a press before it plays sound.`,
}

export const MEDIA: Record<MediaWord, MessageDescriptor> = {
  off: msg`in text, without sound`,
  missing: msg`in text, without sound`,
  fetching: msg`in text; sound is being set up`,
  building: msg`in text; sound is being set up`,
  starting: msg`in text; sound is coming`,
  away: msg`sound is coming back`,
  ready: msg`with sound`,
}

/** What was done to somebody, to them. */
export function doneWords(done: Done): MessageDescriptor {
  if ('what' in done) return done.another ? ANOTHER_SHARES : STOPPED[done.what]
  if (done.speak === null) return AS_ALL
  return done.speak ? LET_SPEAK : LET_LISTEN
}

const STOPPED: Record<Source, MessageDescriptor> = {
  microphone: msg`A facilitator muted you. You can speak again whenever it fits.`,
  camera: msg`A facilitator switched your camera off. You can switch it on again.`,
  screen: msg`A facilitator ended what you shared. You can share again.`,
}

export const QUALITY: Record<Quality, MessageDescriptor> = {
  excellent: msg`Your line is good.`,
  good: msg`Your line is good enough.`,
  poor: msg`Your line is weak. Sound goes first; without pictures it carries more.`,
  lost: msg`Your line is lost and is being sought.`,
  unknown: msg`How your line is, is not known yet.`,
}

const ANOTHER_SHARES = msg`Somebody else shares a screen now, so yours ended.`
const LET_SPEAK = msg`A facilitator lets you speak. Open your microphone when you like.`
const LET_LISTEN = msg`A facilitator lets you only listen for now. Write, or ask for the floor.`
const AS_ALL = msg`You speak and listen as everybody here again.`
