/**
 * The law of imports (docs: ARCHITECTURE): one direction. A slice is entered by its index, from
 * the web by its api and its web's index, and only by slices later in app/slices.ts.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Import, importsOf, isTest, sources } from './sources.ts'
import { slices } from './slices.ts'

const ORDER = slices.map(({ name }) => name)
const PURE_KERNEL = new Set(
  ['ids', 'clock', 'change', 'text', 'canonical', 'record', 'asked'].map(
    (name) => `kernel/${name}.ts`,
  ),
)

type Place = { room: string; role: string; slice?: string }

/** Where a file stands: its slice and its role there, or app, kernel, web shell, web kit. */
function placeOf(path: string): Place {
  const [top = '', second = '', third = ''] = path.split('/')
  if (top === 'web') return { room: second === 'kit' ? 'kit' : 'shell', role: '' }
  if (top !== 'slices') return { room: top, role: '' }
  return { room: 'slice', slice: second, role: third.replace(/\.tsx?$/, '') }
}

const WITHIN: Record<string, readonly string[]> = {
  rules: ['rules'],
  store: ['store', 'rules'],
  api: ['api', 'rules'],
  index: ['index', 'rules', 'store'],
  timers: ['timers', 'rules', 'store'],
  routes: ['routes', 'commands', 'api', 'rules', 'store', 'timers', 'index'],
  commands: ['commands', 'rules', 'store', 'index'],
  web: ['web', 'api', 'rules'],
}

function betweenSlices(from: Place, to: Place, typeOnly: boolean): string | null {
  const later = ORDER.indexOf(to.slice ?? '') >= ORDER.indexOf(from.slice ?? '')
  if (later) return `${from.slice} comes before ${to.slice}`
  if (from.role === 'rules')
    return typeOnly && to.role === 'index' ? null : 'rules take only types from another index'
  if (from.role === 'web')
    return ['api', 'web', 'rules'].includes(to.role) ? null : 'the web enters by api or web'
  if (from.role === 'api')
    return to.role === 'api' || to.role === 'rules' ? null : 'an api takes only from an api'
  return to.role === 'index' ? null : `another slice is entered by its index, not by ${to.role}`
}

function fromSlice(from: Place, { to, typeOnly }: Import): string | null {
  const there = placeOf(to)
  if (there.room === 'app' || there.room === 'shell') return `a slice does not know ${there.room}`
  if (there.room === 'kit') return from.role === 'web' ? null : 'only the web uses the kit'
  if (there.room === 'kernel') {
    if (from.role === 'rules' && !PURE_KERNEL.has(to)) return 'rules use only the pure kernel'
    if (from.role === 'rules' && to === 'kernel/record.ts' && !typeOnly)
      return 'rules take only types of the record'
    return null
  }
  if (there.room !== 'slice') return `a slice does not use ${there.room}`
  if (there.slice !== from.slice) return betweenSlices(from, there, typeOnly)
  const allowed = WITHIN[from.role]
  return !allowed || allowed.includes(there.role)
    ? null
    : `${from.role} does not import ${there.role}`
}

function broken(found: Import): string | null {
  const from = placeOf(found.from)
  const there = placeOf(found.to)
  if (from.room === 'slice') return fromSlice(from, found)
  if (from.room === 'kernel') return there.room === 'kernel' ? null : 'the kernel knows nobody'
  if (from.room === 'kit') {
    const fine =
      there.room === 'kit' ||
      [
        'kernel/operation.ts',
        'kernel/problem.ts',
        'kernel/clock.ts',
        'kernel/record.ts',
        'kernel/text.ts',
        'kernel/ids.ts',
      ].includes(found.to)
    return fine ? null : "the kit knows only the kernel's contracts"
  }
  return null
}

test('everybody imports in one direction', () => {
  const wrong = sources()
    .filter(({ path }) => !isTest(path))
    .flatMap(importsOf)
    .flatMap((found) => {
      const why = broken(found)
      return why ? [`${found.from} -> ${found.to}: ${why}`] : []
    })
  assert.deepEqual(wrong, [])
})

test('every folder of slices stands in the order of slices', () => {
  const folders = new Set(sources().flatMap(({ path }) => placeOf(path).slice ?? []))
  assert.deepEqual(
    [...folders].filter((name) => !ORDER.includes(name)),
    [],
  )
})

test('what a slice puts on screen is brought to the web', () => {
  const doors = sources().flatMap(
    ({ path }) => /^slices\/\w+\/web\/index\.ts$/.exec(path)?.[0] ?? [],
  )
  const places =
    sources()
      .find(({ path }) => path === 'web/places.ts')
      ?.lines.join('\n') ?? ''
  assert.ok(doors.length > 10)
  assert.deepEqual(
    doors.filter((door) => !places.includes(`'#${door}'`)),
    [],
  )
})
