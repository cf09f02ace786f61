/** The people of the demo: invented, with addresses that lead nowhere (RFC 2606). */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Locale } from '#kernel/words.ts'
import {
  changeCircle,
  type CircleId,
  coop,
  foundCoop,
  giveRole,
  makeCircle,
} from '#slices/circles/index.ts'
import { changeProfile, makePerson, type PersonId } from '#slices/people/index.ts'

type Invented = { key: string; name: string; zone: string; locale: Locale; addressed?: string }

const PEOPLE = [
  { key: 'maren', name: 'Maren Solheim', zone: 'Europe/Oslo', locale: 'en', addressed: 'she' },
  { key: 'oisin', name: 'Oisín Farrelly', zone: 'Europe/Dublin', locale: 'en' },
  { key: 'chiara', name: 'Chiara Bellandi', zone: 'Europe/Rome', locale: 'en' },
  { key: 'joost', name: 'Joost van Dalen', zone: 'Europe/Amsterdam', locale: 'en' },
  { key: 'ngozi', name: 'Ngozi Adeyemi', zone: 'Africa/Lagos', locale: 'en', addressed: 'she' },
  { key: 'lina', name: 'لينا الخطيب', zone: 'Asia/Beirut', locale: 'en' },
  { key: 'tomasz', name: 'Tomasz Wrona', zone: 'Europe/Warsaw', locale: 'en', addressed: 'he' },
  { key: 'devika', name: 'Devika Rao', zone: 'Asia/Kolkata', locale: 'en' },
  { key: 'aroha', name: 'Aroha Ngata', zone: 'Pacific/Auckland', locale: 'en', addressed: 'they' },
  {
    key: 'maria',
    name: 'Maria Fernanda Albuquerque de Vasconcelos-Lindqvist',
    zone: 'Europe/Lisbon',
    locale: 'es',
  },
  { key: 'yuki', name: 'Yuki Tanabe', zone: 'Asia/Tokyo', locale: 'en' },
] as const satisfies readonly Invented[]

export type Key = (typeof PEOPLE)[number]['key']
export type Cast = {
  /** The person of a key. */
  id(key: Key): PersonId
  name(key: Key): string
  coop: CircleId
  tools: CircleId
  welcome: CircleId
  circles: Record<'tools' | 'welcome' | 'loft' | 'ferry', CircleId>
}

async function invent(tx: Transaction, { key, ...said }: Invented, now: Instant) {
  const { name, zone, locale } = said
  const email = `${key}@quillmarsh.example`
  const person = await makePerson(tx, { name, email, locale, zone, now })
  if (said.addressed) await changeProfile(tx, person, { addressed: said.addressed }, now)
  return person
}

async function coopIn(tx: Transaction, now: Instant): Promise<CircleId> {
  const purpose =
    'A co-op of co-ops: we share a hall, four servers and a cupboard of tools, and we decide together what they are for.'
  const known = await coop(tx)
  if (known) {
    await changeCircle(tx, known.id, { purpose }, { by: null, now })
    return known.id
  }
  const founded = { name: 'Quillmarsh Commons', purpose, zone: 'Europe/Amsterdam' }
  return foundCoop(tx, founded, { by: null, now })
}

/** `founded`: when the circles were made; people are known to the hall from now on. */
export type Casting = { steward: PersonId | null; now: Instant; founded: Instant }

/** Makes the circles and the people; who opened the hall stays its steward, beside Maren. */
export async function castDemo(tx: Transaction, { steward, now, founded }: Casting): Promise<Cast> {
  const ids = new Map<string, PersonId>()
  for (const one of PEOPLE) ids.set(one.key, await invent(tx, one, now))
  const top = await coopIn(tx, founded)
  const id = (key: Key): PersonId => ids.get(key) ?? 'per_'
  const by = { by: steward ?? id('maren'), now: founded }
  const within = (name: string, purpose: string, kind: 'working' | 'autonomous') =>
    makeCircle(
      tx,
      { parent: top, name, purpose, kind, class: kind === 'autonomous' ? 'consumer' : undefined },
      by,
    )
  const circles = {
    tools: await within(
      'Tools circle',
      'Keeps what we share running, and says what it costs.',
      'working',
    ),
    welcome: await within('Welcome circle', 'Nobody stands alone at the door.', 'working'),
    loft: await within('Wool Loft', 'Eleven spinners under one roof.', 'autonomous'),
    ferry: await within(
      'Night Ferry Radio',
      'On the air from dusk till the last boat.',
      'autonomous',
    ),
  }
  await giveRole(tx, { circle: top, person: id('maren'), role: 'steward' }, by)
  await giveRole(tx, { circle: circles.tools, person: id('chiara'), role: 'facilitator' }, by)
  await giveRole(tx, { circle: circles.welcome, person: id('lina'), role: 'facilitator' }, by)
  const name = (key: Key) => PEOPLE.find((one) => one.key === key)?.name ?? ''
  const { tools, welcome } = circles
  return { id, name, coop: top, tools, welcome, circles }
}
