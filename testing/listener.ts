/** A live socket in a story: what came, by topic, and a wait for what must come. */
import { once } from 'node:events'
import type { WebSocket } from 'ws'
import type { Entry } from '#kernel/record.ts'

export type Frame = {
  topic: string
  entries?: Entry[]
  live?: number
  refused?: string
  gone?: boolean
  pass?: unknown
}

export class Listener {
  readonly socket: WebSocket
  readonly frames: Frame[] = []
  readonly #waiting = new Set<() => void>()
  closed: number | null = null

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      const frame: Frame = JSON.parse(data.toString('utf8'))
      this.frames.push(frame)
      this.#look()
    })
    socket.on('close', (code: number) => {
      this.closed = code
      this.#look()
    })
  }

  #look(): void {
    for (const check of [...this.#waiting]) check()
  }

  static async open(socket: WebSocket, topics: Record<string, number>): Promise<Listener> {
    const listener = new Listener(socket)
    await once(socket, 'open')
    for (const [topic, after] of Object.entries(topics)) await listener.subscribe(topic, after)
    return listener
  }

  /** Subscribes and waits until the hall says that the topic is live or refused. */
  async subscribe(topic: string, after = 0): Promise<void> {
    const from = this.frames.length
    this.socket.send(JSON.stringify({ subscribe: topic, after }))
    await this.until(() =>
      this.frames
        .slice(from)
        .some(
          (frame) =>
            frame.topic === topic && (frame.live !== undefined || frame.refused !== undefined),
        ),
    )
  }

  /** All entries of a topic that came, in the order of their coming. */
  entries(topic: string): Entry[] {
    return this.frames
      .filter((frame) => frame.topic === topic)
      .flatMap((frame) => frame.entries ?? [])
  }

  refused(topic: string): boolean {
    return this.frames.some((frame) => frame.topic === topic && frame.refused !== undefined)
  }

  /** Waits for a condition that frames bring about; fails after ten seconds, or as many as are given. */
  until(met: () => boolean, seconds = 10): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(check)
        reject(new Error(`waited in vain; heard ${JSON.stringify(this.frames).slice(-2000)}`))
      }, seconds * 1000)
      const check = () => {
        if (!met()) return
        clearTimeout(late)
        this.#waiting.delete(check)
        resolve()
      }
      this.#waiting.add(check)
      check()
    })
  }

  close(): void {
    this.socket.close()
  }
}
