/** What the kernel hands to every slice: one object, made once at the start, closed at the end. */
import type { Bytes } from './bytes.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Reader, Transaction } from './database.ts'
import type { Jobs } from './jobs.ts'
import type { Limits } from './limits.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail.ts'
import type { Media } from './media/media.ts'

export type Hall = {
  config: Config
  db: Reader
  clock: Clock
  live: Live
  jobs: Jobs
  mail: Mail
  limits: Limits
  log: Log
  /** Sound and picture. */
  media: Media
  /** The bytes of files. */
  bytes: Bytes
  /**
   * State and record in one transaction; published after the commit (transact.ts). With a `turn`,
   * the name of what it changes, it waits for its turn before it takes a connection (turns.ts).
   */
  transact<T>(work: (tx: Transaction) => Promise<T>, turn?: string): Promise<T>
}
