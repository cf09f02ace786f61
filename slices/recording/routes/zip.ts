/** A recording as a zip, packed while it is sent: a file a voice, an index for people and programs. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { strToU8, Zip, ZipPassThrough } from 'fflate'
import { msBetween, SECOND } from '#kernel/clock.ts'
import type { RecordingShown, Voice } from '../api.ts'
import { fileOf } from '../store/tables.ts'

/** 02-Maren_Solheim-00m12s.ogg */
function nameOf({ name, from }: Voice, at: number, start: string): string {
  const seconds = Math.round(msBetween(start, from) / SECOND)
  const safe = name.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, '_')
  return `${String(at + 1).padStart(3, '0')}-${safe}-${Math.floor(seconds / 60)}m${seconds % 60}s.ogg`
}

type Packed = { name: string; read: () => AsyncIterable<Uint8Array> }

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield strToU8(text)
}

/** What lies in it, in order; `data` is where the hall keeps its files. */
export function partsOf(shown: RecordingShown, data: string, gathering: string): Packed[] {
  const start = shown.from ?? ''
  const named = shown.voices.map((voice, at) => ({ ...voice, file: nameOf(voice, at, start) }))
  const { title, from, till, cuts, marks } = shown
  const index = { title, from, till, cuts, voices: named, marks }
  const lines = named.map(({ file, name, language, from: begins, seconds }) =>
    [begins, `${seconds.toFixed(1)} s`, name, language ?? '', file].join('\t'),
  )
  const told = marks.map(({ at, kind, who, text, page }) =>
    [at, kind, who ?? '', text || (page ?? '')].join('\t'),
  )
  const text = [title, '', ...lines, '', ...told, ''].join('\n')
  return [
    { name: 'index.json', read: () => once(JSON.stringify(index, null, 2)) },
    { name: 'index.txt', read: () => once(text) },
    ...named.map(({ file, id }) => ({
      name: file,
      read: () => createReadStream(fileOf(data, { id, gathering })),
    })),
  ]
}

/** The bytes of a zip, as they come; sound is packed already and goes in as it is. */
export function zipped(parts: readonly Packed[]): ReadableStream {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const ready: Uint8Array[] = []
    const zip = new Zip((failed, chunk) => {
      if (failed) throw failed
      ready.push(chunk)
    })
    for (const { name, read } of parts) {
      const part = new ZipPassThrough(name)
      zip.add(part)
      for await (const chunk of read()) {
        part.push(Uint8Array.from(chunk))
        yield* ready.splice(0)
      }
      part.push(new Uint8Array(), true)
    }
    zip.end()
    yield* ready
  }
  return Readable.toWeb(Readable.from(bytes()))
}
