/** `moothall verify minutes.zip`: needs no hall and no database. */
import { parseArgs } from 'node:util'
import type { Command } from '#kernel/slice.ts'
import { type Fault, verifyZip } from '../rules/zip.ts'
import { readWhole } from './given-files.ts'

const FAULTS: Record<Fault, string> = {
  'not-a-zip': 'This is not a zip file that can be read.',
  'no-minutes': 'There is no minutes.json in it.',
  'no-seal': 'There is no seal.txt in it, so there is nothing to compare with.',
  'not-minutes': 'minutes.json is not minutes of a version that is known here.',
  'not-canonical': 'minutes.json was written anew: its bytes are not those that were sealed.',
  'hash-differs': 'minutes.json was changed: its sha-256 is not the one in seal.txt.',
  'file-differs':
    'A handout in files/ was changed or is missing: it is not the one in the minutes.',
  'chat-differs': 'chat.jsonl was changed: its sha-256 is not the one in the minutes.',
}

/** `moothall verify minutes.zip`: needs no hall and no database. */
export const verifyZipCommand: Command = {
  name: 'verify',
  usage: 'MINUTES.zip [--json]',
  summary: 'Recomputes the sha-256 of exported minutes and of their chat.',
  fits: (args) => args.some((arg) => !arg.startsWith('-')),
  async run({ args, print }) {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const verdict = verifyZip(readWhole(positionals[0] ?? ''))
    if (values.json) print(JSON.stringify(verdict))
    else if (!verdict.whole) print(FAULTS[verdict.fault])
    else {
      const state = verdict.approved ? 'approved minutes' : 'a draft, not approved'
      print(`Everything fits: “${verdict.title}”, ${state}, ${verdict.lines} lines of chat.`)
      print(`sha-256 ${verdict.sha256}`)
      print('Compare it with the hash that the hall shows, or that was sent to you.')
    }
    return verdict.whole ? 0 : 1
  },
}
