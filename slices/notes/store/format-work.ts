/**
 * Reading and writing files of notes. What may hold the hall up runs in a worker that is given up
 * after a while, whatever the file does to it; what is small is done at once. The formats and their
 * libraries are loaded when the first file comes, so that no start waits for them.
 */
import type { z } from 'zod'
import { isRefusal } from '#kernel/change.ts'
import { Refused } from '#kernel/problem.ts'
import { offer, workOn } from '#kernel/work.ts'
import { walk } from '../rules/formats/authored.ts'
import { FILE_MS, SMALL_FILE } from '../rules/limits.ts'
import { plantStates } from '../rules/planting-states.ts'
import {
  PlantAnswer,
  Planting,
  ReadAnswer,
  Reading,
  WriteAnswer,
  Writing,
} from './format-shapes.ts'

async function read({ bytes, name }: z.infer<typeof Reading>): Promise<z.infer<typeof ReadAnswer>> {
  const { readFile } = await import('../rules/formats/read.ts')
  const found = await readFile(bytes, name)
  if (isRefusal(found)) throw new Refused(found.refused, found.details)
  return found
}

async function write(given: z.infer<typeof Writing>): Promise<z.infer<typeof WriteAnswer>> {
  const { writeNote } = await import('../rules/formats/write.ts')
  const written = await writeNote(given.note, given.format, given.speaking)
  return { ...written, left: given.note.left }
}

offer({
  read: (given) => read(Reading.parse(given)),
  write: (given) => write(Writing.parse(given)),
  plant: (given) => plantStates(Planting.parse(given)),
})

const file = new URL(import.meta.url)
const within = { ms: FILE_MS, refused: 'takes-too-long' }

/** What can't be told by its size: a zip, and HTML, whose depth costs. */
function isPlainText({ bytes, name }: z.infer<typeof Reading>): boolean {
  return bytes.length <= SMALL_FILE && bytes[0] !== 0x50 && !/\.html?$/i.test(name)
}

/** Reads a file into a note; refuses as `readFile` does, and `takes-too-long`. */
export async function readBeside(given: z.infer<typeof Reading>) {
  if (isPlainText(given)) return read(given)
  return workOn({ file, task: 'read', given, answer: ReadAnswer, within })
}

const MANY = 500

function isMuch(given: z.infer<typeof Writing>): boolean {
  const { note, format } = given
  let parts = note.pictures.length * MANY + (format === 'docx' ? MANY / 2 : 0)
  for (const _ of walk(note.doc)) parts += 1
  return parts > MANY
}

/** Writes a note into a file. */
export async function writeBeside(given: z.infer<typeof Writing>) {
  if (!isMuch(given)) return write(given)
  return workOn({ file, task: 'write', given, answer: WriteAnswer, within })
}

/** The states of a text, one after the other, as updates of their authors' clients. */
export async function plantBeside(given: z.infer<typeof Planting>) {
  let parts = 0
  for (const state of given.states) for (const _ of walk(state)) parts += 1
  if (parts <= MANY) return plantStates(given)
  return workOn({ file, task: 'plant', given, answer: PlantAnswer, within })
}
