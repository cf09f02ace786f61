/**
 * Brings a media server here, so that the tests with real sound and picture can run: what is here
 * already, else a download, else Go. Says in one line what came of it, and never fails.
 */
import { binaryHere, bringBinary, LIVEKIT } from '#kernel/media/binary.ts'

const MINUTES = 6
const say = (line: string) => process.stdout.write(`── media server: ${line}\n`)

if (!binaryHere(null)) {
  const over = AbortSignal.timeout(MINUTES * 60_000)
  try {
    await bringBinary((how) => say(`${how} LiveKit ${LIVEKIT}, once`), over)
    say('here')
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    say(`none, so tests with sound and picture are left out. ${why}`)
  }
}
