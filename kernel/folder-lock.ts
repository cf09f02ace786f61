/**
 * One opener a data folder, also at the very same instant and before there is a database: the lock
 * is a socket in the kernel's own name space (unix(7), "abstract"), named by the folder's device
 * and inode. Binding it is atomic, and it is gone with its process, however that ends. Who finds it
 * taken can ask the holder who it is.
 */
import { stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { isErrno } from './errno.ts'

export type FolderLock = { release(): Promise<void> }
export type Taken = { takenBy: string }

async function nameOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true })
  return `\0moothall-${dev}-${ino}`
}

function bind(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => (isErrno(cause, 'EADDRINUSE') ? resolve(false) : reject(cause)))
    server.listen(name, () => resolve(true))
  })
}

/** Who holds a folder, in the holder's own words; empty when it does not answer within a second. */
function whoHolds(name: string): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(name)
    socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy())
    socket.on('data', (text: string) => (said += text))
    socket.on('error', () => {})
    socket.on('close', () => resolve(said))
  })
}

/** Locks a folder for the life of this process; `as` tells others who has it. */
export async function lockFolder(folder: string, as: string): Promise<FolderLock | Taken> {
  const name = await nameOf(folder)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(`${as}, process ${process.pid}`)
  })
  if (!(await bind(server, name))) return { takenBy: (await whoHolds(name)) || 'another process' }
  server.on('error', () => {})
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Does a process hold this folder now? */
export async function isLocked(folder: string): Promise<boolean> {
  return (await whoHolds(await nameOf(folder))) !== ''
}
