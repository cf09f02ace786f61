/** The processes that record, one a gathering, as this node of the hall started them. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { FromRecorder, type ToRecorder } from './recorder-words.ts'

const PROGRAM = fileURLToPath(new URL('./recorder.ts', import.meta.url))

export type Recorder = {
  pid: number
  /** Whose microphones, as it was last told. */
  whos: string
  tell(word: ToRecorder): void
}

type Watching = {
  heard: (word: FromRecorder) => void
  /** `ill`: it ended though nobody told it to. */
  ended: (ill: boolean) => void
}

/** Starts a process; it holds the hall up neither while it runs nor when the hall closes. */
export function startRecorder({ heard, ended }: Watching): Recorder {
  // What it is told holds keys, so it comes by the line between us and not by the command line.
  const child: ChildProcess = fork(PROGRAM, [], {
    env: { PATH: process.env['PATH'] ?? '', RUST_LOG: 'off' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'json',
  })
  child.on('message', (said: unknown) => {
    const word = FromRecorder.safeParse(said).data
    if (word) heard(word)
  })
  child.once('error', () => {})
  child.once('exit', (code) => ended(code !== 0))
  child.unref()
  child.channel?.unref()
  return {
    pid: child.pid ?? 0,
    whos: '',
    tell: (word) => void (child.connected && child.send(word, () => {})),
  }
}
