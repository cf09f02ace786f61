/**
 * Sound and picture: one LiveKit server behind the hall, ours or another's. The hall opens without
 * waiting for it, lives in text while it is not there, and hears when it comes and goes.
 */
import { availableParallelism } from 'node:os'
import { setTimeout as rest } from 'node:timers/promises'
import { systemClock } from '#kernel/clock.ts'
import { freePort, freeUdpPort } from '#kernel/free-port.ts'
import type { Log } from '#kernel/log.ts'
import { binaryHere, bringBinary } from './binary.ts'
import { answers, type MediaChild, readyChild } from './child.ts'
import { hostPorts, type MediaPorts } from './settings.ts'
import type { MediaAt, MediaPlan, MediaState, MediaWord } from './state.ts'

const LOOK_MS = 1000

export type Media = {
  state(): MediaState
  /** Where it answers; null while it does not. */
  at(): MediaAt | null
  /** Told of every change of its state. */
  hear(listen: (state: MediaState) => void): void
  close(): Promise<void>
}

/** `hooks`: where LiveKit, on this machine, reaches the hall. */
export type MediaOptions = { plan: MediaPlan; data: string; hooks: string; log: Log }

/** On loopback alone any free ports do, so that several halls live on one machine. */
async function portsAlone(): Promise<MediaPorts> {
  const udp = await freeUdpPort()
  return { signal: await freePort(), tcp: 0, udp: [udp, udp], turn: 0 }
}

/** Opens it in the background. */
export function openMedia({ plan, data, hooks, log }: MediaOptions): Media {
  const now = () => systemClock.now()
  let state: MediaState = { is: plan.by === 'nobody' ? 'off' : 'starting', why: null, since: now() }
  let child: MediaChild | null = null
  const listeners: ((state: MediaState) => void)[] = []
  const over = new AbortController()

  function become(is: MediaWord, why: string | null = null): void {
    if (state.is === is && state.why === why) return
    state = { is, why, since: now() }
    for (const listen of listeners) listen(state)
  }

  async function ours(own: MediaPlan & { by: 'us' }): Promise<void> {
    const here = binaryHere(own.binary)
    if (!here && own.binary !== null)
      throw new Error('LIVEKIT_SERVER names no file that this user can run.')
    const binary = here ?? (await bringBinary((what) => become(what), over.signal))
    if (over.signal.aborted) return
    const { host, port, redisUrl } = own
    const choosePorts = async () =>
      host === null ? portsAlone() : hostPorts(port, availableParallelism())
    const hook = `${hooks}/hooks/livekit`
    child = await readyChild({ binary, data, host, hook, redisUrl, choosePorts, log, become })
    if (!over.signal.aborted) await child.run()
  }

  async function anothers({ url }: MediaAt): Promise<void> {
    while (!over.signal.aborted) {
      if (await answers(url)) become('ready')
      else if (state.is === 'ready') become('away')
      await rest(LOOK_MS, undefined, { signal: over.signal }).catch(() => {})
    }
  }

  const opening = (
    plan.by === 'us' ? ours(plan) : plan.by === 'another' ? anothers(plan) : Promise.resolve()
  ).catch((cause: unknown) => {
    if (over.signal.aborted) return
    const why = cause instanceof Error ? cause.message : String(cause)
    log.error('there is no sound and picture', why)
    become('missing', why)
  })

  return {
    state: () => state,
    at: () => (state.is !== 'ready' ? null : plan.by === 'another' ? plan : (child?.at ?? null)),
    hear: (listen) => void listeners.push(listen),
    async close() {
      over.abort()
      await child?.close()
      await opening
    },
  }
}
