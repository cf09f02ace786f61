/**
 * Builds what a hall serves: the word catalogues and the web pages, into dist/. Skips what stands
 * already, unless it is told `--anew`. Runs on any Node >= 20, with nothing but the packages.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const STAMP = join(ROOT, 'dist/built')
const SOURCES = ['web', 'slices', 'kernel', 'package-lock.json']

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** A number for all that goes into the build: the names and the contents. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((name) => filesBelow(join(ROOT, name)))) {
    if (file.endsWith('.test.ts') || file.endsWith('.md')) continue
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export function isBuilt(mark = fingerprint()) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === mark
}

export function canBuild() {
  return (
    existsSync(join(ROOT, 'node_modules/.bin/vite')) &&
    existsSync(join(ROOT, 'node_modules/.bin/lingui'))
  )
}

function runTool(name, args) {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`
  const env = { ...process.env, PATH: path, LINGUI_SUPPRESS_BABEL_WARNING: '1' }
  const { status } = spawnSync(name, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return status === 0
}

/** Builds; answers whether it went well. */
export function build() {
  const mark = fingerprint()
  if (!runTool('lingui', ['compile', '--namespace', 'ts'])) return false
  if (
    existsSync(join(ROOT, 'web/index.html')) &&
    !runTool('vite', ['build', 'web', '--logLevel', 'warn'])
  ) {
    return false
  }
  writeFileSync(STAMP, mark)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--anew') || !isBuilt()) process.exitCode = build() ? 0 : 1
}
