/**
 * What goes out of the engine to a writer: one frame, encoded once for all who are sent the same
 * bytes, written beside `ws` as it stands (kernel/frame.ts).
 */
import type { Duplex } from 'node:stream'
import type { Hocuspocus } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import { bytesFrame } from '#kernel/frame.ts'

/** What the engine takes for a socket. */
type Wire = Exclude<Parameters<Hocuspocus['handleConnection']>[0], globalThis.WebSocket>

let last: { bytes: Uint8Array; frame: Buffer } | null = null

function frameOf(bytes: Uint8Array): Buffer {
  if (last?.bytes !== bytes) last = { bytes, frame: bytesFrame(bytes) }
  return last.frame
}

/** The socket as the engine sees it. */
export function wireOf(socket: WebSocket, stream: Duplex): Wire {
  return {
    get readyState() {
      return socket.readyState
    },
    send(data) {
      if (socket.readyState !== socket.OPEN) return
      if (data instanceof Uint8Array) stream.write(frameOf(data))
      else throw new TypeError('the engine sends bytes')
    },
    close: (code, reason) => socket.close(code, reason),
  }
}
