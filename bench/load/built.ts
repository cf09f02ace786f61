/** What the build made: which files an entry of the web needs, and what they weigh. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const BUILT = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const MANIFEST = `${BUILT}.vite/manifest.json`

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
})
const Manifest = z.record(z.string(), Chunk.loose())

/** The files that these entries need, each once; throws for an entry that was not built. */
export function filesOf(entries: readonly string[]): string[] {
  const manifest = Manifest.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')))
  const seen = new Set<string>()
  const files = new Set<string>()
  const add = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build has no ${name}`)
    if (seen.has(name)) return
    seen.add(name)
    for (const file of [chunk.file, ...chunk.css]) files.add(file)
    chunk.imports.forEach(add)
  }
  entries.forEach(add)
  return [...files]
}

/** How many bytes these files are, gzip. */
export function weigh(files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(BUILT + file), { level: 9 }).length,
    0,
  )
}
