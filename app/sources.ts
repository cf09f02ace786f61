/** The sources of the project as text, for the tests that hold the house to its own norms. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PLACES = ['app', 'kernel', 'slices', 'web', 'testing', 'e2e', 'bench']

export type Source = { path: string; text: string; lines: string[] }

/** Every TypeScript file of the project, its path from the root. */
export function sources(): Source[] {
  return PLACES.filter((place) => existsSync(join(ROOT, place))).flatMap((place) =>
    readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !file.name.endsWith('.d.ts'))
      .map((file) => {
        const path = relative(ROOT, join(file.parentPath, file.name))
        const text = readFileSync(join(ROOT, path), 'utf8')
        return { path, text, lines: text.split('\n') }
      })
      .filter(({ path }) => !path.includes('/locales/')),
  )
}

export const isTest = (path: string): boolean =>
  /\.(test|e2e)\.ts$/.test(path) || /^(testing|e2e)\//.test(path)

export type Import = { from: string; to: string; typeOnly: boolean }

/** What a file imports from within the project, as paths from the root. */
export function importsOf({ path, text }: Source): Import[] {
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gms,
  )
  return [...found].flatMap(([, typeOnly, target = '']) => {
    const to = target.startsWith('#')
      ? target.slice(1)
      : target.startsWith('.')
        ? relative(ROOT, join(ROOT, path, '..', target))
        : null
    return to === null ? [] : [{ from: path, to, typeOnly: typeOnly !== undefined }]
  })
}
