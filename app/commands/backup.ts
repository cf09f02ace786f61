/** `moothall backup FILE` and `moothall restore FILE`. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from '#kernel/backup.ts'
import { openDatabase } from '#kernel/database.ts'
import { restore as restoreFrom } from '#kernel/restore.ts'
import type { Command } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { verifyRecord } from '#kernel/verify.ts'
import { openData } from '../data.ts'
import { tellVerdict } from './verify.ts'

function fileIn(args: string[]): string {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UsageError('Name one file.')
  return resolve(file)
}

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary:
    'Writes everything into a new file, while the hall runs or not. Keep it as you would keep the hall.',
  async run({ args, config, open, print }) {
    const to = fileIn(args)
    const { db, clock } = await open()
    const made = await backUp(db, { to, files: join(config.data, 'files'), now: clock.now() })
    print(`${to}: ${made.rows} rows and ${made.files} files in ${made.bytes} bytes.`)
    return 0
  },
}

export const restore: Command = {
  name: 'restore',
  usage: 'FILE',
  summary: 'Fills an empty hall that does not run from a backup, then verifies it.',
  async run({ args, config, print }) {
    const from = fileIn(args)
    if (!existsSync(from)) throw new StartError(`There is no file ${from}.`)
    await using stack = new AsyncDisposableStack()
    const data = stack.adopt(await openData({ config, as: 'moothall restore' }), (open) =>
      open.close(),
    )
    const database = stack.adopt(openDatabase({ url: data.url, max: 2 }), (open) => open.close())
    const made = await restoreFrom(database.db, { from, files: join(config.data, 'files') })
    print(`Restored ${made.rows} rows and ${made.files} files, as they were on ${made.at}.`)
    const verdict = await verifyRecord(database.db)
    tellVerdict(verdict).forEach((line) => print(line))
    return verdict.faultCount === 0 ? 0 : 1
  },
}
