/** Memory of a Node process after its garbage is gone, asked by its inspector (--inspect). */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'

const Targets = z.array(z.object({ webSocketDebuggerUrl: z.string() })).min(1)
const Answer = z.object({ id: z.int().optional(), result: z.unknown() })
const Evaluated = z.object({ result: z.object({ value: z.string() }) })
const Usage = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() })
export type Usage = z.output<typeof Usage>

/** Collects garbage twice, then reads the memory: bytes. */
export async function memoryOf(port: number): Promise<Usage> {
  const targets = Targets.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json())
  const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? '')
  await once(socket, 'open')
  let id = 0
  const ask = (method: string, params: object = {}) => {
    const mine = (id += 1)
    return new Promise<unknown>((resolve) => {
      const hear = (data: Buffer) => {
        const answer = Answer.parse(JSON.parse(data.toString('utf8')))
        if (answer.id !== mine) return
        socket.off('message', hear)
        resolve(answer.result)
      }
      socket.on('message', hear)
      socket.send(JSON.stringify({ id: mine, method, params }))
    })
  }
  await ask('HeapProfiler.collectGarbage')
  await ask('HeapProfiler.collectGarbage')
  const expression = 'JSON.stringify(process.memoryUsage())'
  const { result } = Evaluated.parse(await ask('Runtime.evaluate', { expression }))
  socket.terminate()
  return Usage.parse(JSON.parse(result.value))
}
