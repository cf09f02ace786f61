/**
 * `npm test`: words, types, lint, format, unit and story tests, browser tests, in this order and
 * all of them, each with its time. The last line is the sum over all test runs; the exit code is 0
 * only when everything went well. Settings of a hall in the environment do not reach the tests.
 */
import { spawn, spawnSync } from 'node:child_process'
import { globSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const SETTINGS =
  'PORT HOST ORIGIN DATA DATABASE_URL REDIS_URL SMTP_URL MAIL_FROM TRUSTED_PROXIES DATABASE_POOL'.split(
    ' ',
  )
const sum = { passed: 0, failed: 0, skipped: 0 }
const failures = []

const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` }
// Every test file is a process of its own, and most of them load the whole hall.
env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules/.cache/compiled')
for (const name of SETTINGS) for (const key of [name, `${name}_FILE`]) delete env[key]

function step(name, work) {
  const from = Date.now()
  process.stdout.write(`── ${name}\n`)
  const fine = work()
  process.stdout.write(
    `── ${name}: ${fine ? 'fine' : 'FAILED'}, ${((Date.now() - from) / 1000).toFixed(1)} s\n`,
  )
  if (!fine) failures.push(name)
}

function runTool(command, args = [], more = {}) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...more,
  })
  return status === 0
}

/** Runs test files once; answers what they report. A run that ends without a count counts as failed. */
function countRun(files, { seconds, concurrency, minutes }) {
  const folder = mkdtempSync(join(tmpdir(), 'moothall-count-'))
  const counted = join(folder, 'count')
  const fine = runTool(
    'node',
    [
      '--test',
      `--test-timeout=${seconds * 1000}`,
      '--test-global-setup=testing/setup.ts',
      `--test-concurrency=${concurrency}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./scripts/count.mjs',
      `--test-reporter-destination=${counted}`,
      ...files,
    ],
    { timeout: minutes * 60_000 },
  )
  const text = existsSync(counted) ? readFileSync(counted, 'utf8').trim() : ''
  rmSync(folder, { recursive: true, force: true })
  const lost = { passed: 0, failed: 1, skipped: 0, files: [] }
  const count = text ? JSON.parse(text.split('\n').at(-1)) : lost
  return { ...count, fine: fine && count.failed === 0 }
}

/** So many files may be late once on a busy machine; more than that is no accident. */
const LATE_FILES = 6

/**
 * Runs test files and adds up what they report. A few files that failed are run once more, one at
 * a time, and it is said which they were: what fails twice has failed.
 */
function runTests(files, how) {
  if (files.length === 0) return true
  const count = countRun(files, how)
  for (const key of Object.keys(sum)) sum[key] += count[key]
  const late = count.files.length > 0 && count.files.length <= LATE_FILES
  if (count.fine || !late) return count.fine
  process.stdout.write(`── once more, one at a time: ${count.files.join(', ')}\n`)
  const second = countRun(count.files, { ...how, concurrency: 1 })
  if (!second.fine) return false
  sum.failed -= count.failed
  sum.passed += count.failed
  return true
}

const filesIn = (folders, ending) =>
  folders.flatMap((folder) => globSync(`${folder}/**/*${ending}`, { cwd: ROOT })).toSorted()

// A media server is brought here once, beside the first steps; without one its tests say so.
const media = spawn('node', ['scripts/media.ts'], { cwd: ROOT, env, stdio: 'inherit' })
const mediaEnded = new Promise((resolve) => void media.once('exit', resolve))

step('words and pages', () => runTool('node', ['scripts/build.mjs']))
step('types', () =>
  ['tsconfig.json', 'web/tsconfig.json']
    .map((project) => runTool('tsc', ['-p', project]))
    .every(Boolean),
)
step('lint', () => runTool('oxlint'))
step('format', () => runTool('oxfmt', ['--check', '.']))
await mediaEnded
step('unit and stories', () =>
  runTests(filesIn(['app', 'kernel', 'slices', 'web', 'bench', 'scripts'], '.test.ts'), {
    seconds: 120,
    concurrency: 2,
    minutes: 25,
  }),
)
const browserTests = filesIn(['e2e'], '.e2e.ts')
const chromium = browserTests.length > 0 ? findChromium() : null
if (chromium) {
  env.CHROMIUM = chromium
  step('browser', () => runTests(browserTests, { seconds: 300, concurrency: 2, minutes: 40 }))
} else {
  sum.skipped += browserTests.length
}

if (failures.length > 0) process.stdout.write(`Not fine: ${failures.join(', ')}\n`)
process.exitCode = failures.length > 0 ? 1 : 0
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`)
