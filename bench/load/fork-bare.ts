/** References in a process of their own. Not in the file of one of them: each is run by its own. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Bare = { url: string; pid: number; end(): Promise<void> }

/** Starts a reference, the file that is named, in a process of its own, with flags of node. */
export async function forkBare(
  file: string,
  protocol: 'ws' | 'http',
  flags: string[] = [],
): Promise<Bare> {
  const child: ChildProcess = fork(fileURLToPath(file), ['--child'], { execArgv: flags })
  const [port]: unknown[] = await once(child, 'message')
  return {
    url: `${protocol}://127.0.0.1:${String(port)}`,
    pid: child.pid ?? 0,
    async end() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
