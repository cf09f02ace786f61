/** Every word on screen is in the catalogue, and Spanish is complete. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ROOT } from './sources.ts'

const gathered = mkdtempSync(join(tmpdir(), 'words-'))
after(() => rmSync(gathered, { recursive: true }))
execFileSync(join(ROOT, 'node_modules/.bin/lingui'), ['extract'], {
  cwd: ROOT,
  env: { ...process.env, WORDS_TO: gathered },
})
const catalogues = globSync('{slices/*,kernel,web}/locales/en.po', { cwd: gathered })

/** Messages of a catalogue by their id; what is no longer used is left out. */
function messagesIn(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map()
  const text = readFileSync(file, 'utf8').replaceAll(/"\n"/g, '')
  const found = text.matchAll(/^(?:msgctxt "(.*)"\n)?msgid "(.+)"\nmsgstr "(.*)"$/gm)
  return new Map(
    [...found].map(([, context = '', id = '', words = '']) => [`${context}|${id}`, words]),
  )
}

test('catalogues are gathered from all over the house', () => {
  assert.ok(catalogues.length > 2, catalogues.join())
})

test('no word is missing in the catalogues, in English or in Spanish', () => {
  const missing = catalogues.flatMap((path) => {
    const ids = [...messagesIn(join(gathered, path)).keys()]
    const english = messagesIn(join(ROOT, path))
    const spanish = messagesIn(join(ROOT, path.replace('en.po', 'es.po')))
    return ids
      .filter((id) => !english.has(id) || !spanish.get(id))
      .map((id) => `${path.replace('/locales/en.po', '')}: ${id}`)
  })
  assert.deepEqual(missing, [], `run npm run words, then fill what is empty`)
})

test('a translation has the same values in it as its source', () => {
  const valuesIn = (words: string) =>
    [
      ...new Set(
        words.match(/(?<!(?:zero|one|two|few|many|other|=\d+)\s*)\{(\w+)(?=\s*[,}])/g) ?? [],
      ),
    ]
      .toSorted()
      .join()
  const tagsIn = (words: string) => (words.match(/<\/?\d+\/?>/g) ?? []).toSorted().join()
  const torn = catalogues.flatMap((path) => {
    const english = messagesIn(join(ROOT, path))
    const spanish = messagesIn(join(ROOT, path.replace('en.po', 'es.po')))
    return [...english]
      .filter(([id, words]) => {
        const there = spanish.get(id) ?? ''
        return (
          there !== '' && (valuesIn(words) !== valuesIn(there) || tagsIn(words) !== tagsIn(there))
        )
      })
      .map(([id]) => `${path}: ${id}`)
  })
  assert.deepEqual(torn, [])
})
