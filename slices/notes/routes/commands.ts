/** Commands in the terminal: a file becomes a note, a note becomes a file. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isRefusal } from '#kernel/change.ts'
import { problemOf, Refused } from '#kernel/problem.ts'
import { kernelRefusals } from '#kernel/refusals.ts'
import type { Command, Given } from '#kernel/slice.ts'
import { StartError } from '#kernel/start-error.ts'
import { wordsIn } from '#kernel/words.ts'
import { FORMATS_OUT, MOST_IMPORTED } from '../api/exchange.ts'
import { Holding } from '../api/shapes.ts'
import { writeBeside } from '../store/format-work.ts'
import { noteHolders } from '../store/holders.ts'
import { importNote } from '../store/importing.ts'
import { noteOf } from '../store/notes.ts'
import { noteIdIn } from '../store/tables.ts'
import { takeNote } from '../store/taking.ts'
import { lastVersion } from '../store/versions.ts'
import { exchangeRefusals } from './exchange-refusals.ts'
import { fileName } from './file-answer.ts'
import { speakingFor } from './file-phrases.ts'
import { saidLosses } from './loss-words.ts'
import { refusals } from './refusals.ts'
import { writingRefusals } from './writing-refusals.ts'

const IMPORT_USAGE = 'FILE --gathering ID | --circle ID [--title TITLE] [--json]'
const EXPORT_USAGE = `ID --as ${FORMATS_OUT.join('|')} [--version NUMBER] [--to FILE] [--json]`

/** A refusal as its sentence; anything else is thrown on. */
async function telling(given: Given, run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (cause) {
    if (!(cause instanceof Refused) || !isRefusal(cause.refusal)) throw cause
    const meanings = { ...kernelRefusals, ...refusals, ...writingRefusals, ...exchangeRefusals }
    const problem = problemOf(cause.refusal, meanings, wordsIn('en'))
    given.print(given.args.includes('--json') ? JSON.stringify({ problem }) : problem.title)
    return 1
  }
}

function readWhole(path: string): Uint8Array {
  if (!existsSync(path))
    throw new StartError(`There is no file ${path}. See how it is written, and where it is.`)
  if (statSync(path).size > MOST_IMPORTED) throw new Refused('too-large', { max: MOST_IMPORTED })
  return new Uint8Array(readFileSync(path))
}

async function runImport({ args, open, print }: Given): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      gathering: { type: 'string' },
      circle: { type: 'string' },
      title: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [path] = positionals
  const { gathering, circle, title = null } = values
  const kind = gathering ? 'gathering' : 'circle'
  const holder = Holding.safeParse({ kind, id: gathering ?? circle ?? '' })
  if (!path || !holder.success || (gathering && circle)) {
    print(`moothall import note ${IMPORT_USAGE}`)
    return 1
  }
  const bytes = readWhole(path)
  const hall = await open()
  if (!(await noteHolders.at(kind)?.headingOf(hall.db, holder.data.id)))
    throw new Refused('not-found')
  const wish = { bytes, name: basename(path), holder: holder.data, title, by: null }
  const done = await importNote(hall, { ...wish, now: hall.clock.now() })
  const left = saidLosses(done.left, wordsIn('en'))
  if (values.json) print(JSON.stringify({ ...done, left }))
  else {
    const { format, characters, authors, pictures, versions, chat } = done
    print(
      `Imported as ${done.note} from ${format}: ${characters} characters by ${authors.length} authors, ` +
        `${pictures} pictures, ${versions} versions, ${chat} lines of chat.`,
    )
    for (const one of left) print(`Left behind (${one.count}): ${one.words}`)
    print(`Read it at /notes/${done.note}`)
  }
  return 0
}

async function runExport({ args, open, print }: Given): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      version: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const format = FORMATS_OUT.find((one) => one === values.as)
  const version = values.version === undefined ? null : Number(values.version)
  if (
    !positionals[0] ||
    !format ||
    (version !== null && !(Number.isInteger(version) && version > 0))
  ) {
    print(`moothall export note ${EXPORT_USAGE}`)
    return 1
  }
  const hall = await open()
  const note = await noteOf(hall.db, noteIdIn(positionals[0]))
  if (!note || (version ?? 0) > (await lastVersion(hall.db, note.id)))
    throw new Refused('not-found')
  const now = hall.clock.now()
  const taken = await takeNote(hall, { note, version, caller: null, pictures: true })
  const speaking = { ...speakingFor(wordsIn('en')), now, id: note.id }
  const { bytes, extension, left } = await writeBeside({ note: taken, format, speaking })
  const to = values.to ?? fileName(note.title, version, now, extension)
  writeFileSync(to, bytes)
  const lost = saidLosses(left, wordsIn('en'))
  if (values.json) print(JSON.stringify({ file: to, bytes: bytes.length, left: lost }))
  else {
    print(`Written to ${to} (${bytes.length} bytes).`)
    for (const one of lost) print(`Left behind (${one.count}): ${one.words}`)
  }
  return 0
}

export const importNoteCommand: Command = {
  name: 'import note',
  usage: IMPORT_USAGE,
  summary: 'Makes a note of a file: etherpad, html, md, HedgeDoc, txt, docx, json.',
  run: (given) => telling(given, () => runImport(given)),
}

export const exportNoteCommand: Command = {
  name: 'export note',
  usage: EXPORT_USAGE,
  summary: 'Writes a note into a file.',
  run: (given) => telling(given, () => runExport(given)),
}
