/** The media server, in a word and in what came before it. */
import type { Instant } from '#kernel/clock.ts'

/** What the media server is doing, in one word; `web/` and the terminal make sentences of it. */
export const MEDIA_WORDS = [
  /** Not asked for: this hall lives in text. */
  'off',
  /** A binary is being fetched, or built, once for this machine. */
  'fetching',
  'building',
  'starting',
  'ready',
  /** It went away and is being brought back. */
  'away',
  /** It can't be had here; `why` is a sentence for the steward. */
  'missing',
] as const
export type MediaWord = (typeof MEDIA_WORDS)[number]
/** `since`: when it began to be so. */
export type MediaState = { is: MediaWord; why: string | null; since: Instant }

/** Where LiveKit answers, and with which keys. */
export type MediaAt = { url: string; key: string; secret: string }

/** How this hall comes to its sound and picture (config.ts). */
export type MediaPlan =
  | { by: 'nobody' }
  | ({ by: 'another' } & MediaAt)
  | {
      by: 'us'
      /** A binary that the steward named. */
      binary: string | null
      /** The address that browsers elsewhere reach this machine at; null: loopback alone. */
      host: string | null
      /** The first of its ports when it has a host: signalling, then TCP, then UDP. */
      port: number
      /** Nodes of LiveKit find each other here. */
      redisUrl: string | null
    }
