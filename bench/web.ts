/**
 * What a reader's browser must fetch, gzip, in bytes, fonts apart: the invitation page all in all,
 * the porch all in all, the room before media and editor. Beside it the budget of each.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { newId } from '#kernel/ids.ts'
import type { Hall } from '#kernel/hall.ts'
import { makeGathering, Plan } from '#slices/gatherings/index.ts'
import { makePerson } from '#slices/people/index.ts'
import { filesOf } from './load/built.ts'
import { openHallProcess } from './load/hall.ts'

const BUILT = fileURLToPath(new URL('../dist/web/', import.meta.url))
const BUDGET = { invitation: 30_000, porch: 60_000, room: 350_000 }

const weigh = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length

/** The room: the shell, its own chunk, one language, the page itself. */
function roomBytes(): number {
  const entries = ['index.html', '../slices/room/web/RoomPage.tsx', '../dist/locales/en.ts']
  const files = ['index.html', ...filesOf(entries)].filter((file) => !file.endsWith('.woff2'))
  return files.reduce((sum, file) => sum + weigh(readFileSync(BUILT + file)), 0)
}

/** A page from the server with all that it names: icons, styles, scripts, pictures. */
async function pageBytes(origin: string, path: string): Promise<number> {
  const answer = await fetch(new URL(path, origin))
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  const text = await answer.text()
  const named = text.matchAll(
    /<(?:link rel="(?:icon|stylesheet)" href|script src|img src)="([^"]+)"/g,
  )
  let sum = weigh(Buffer.from(text))
  for (const [, address = ''] of named) {
    const part = await fetch(new URL(address, origin))
    sum += weigh(new Uint8Array(await part.arrayBuffer()))
  }
  return sum
}

/** A gathering with a running order of nine items and three owners each: a page as full as most. */
async function callGathering({ transact }: Hall): Promise<string> {
  const now = new Date().toISOString()
  return transact(async (tx) => {
    const person = { name: 'Maren Solheim', email: null, locale: null, zone: null, now }
    const maren = await makePerson(tx, person)
    const items = Array.from({ length: 9 }, (_, place) => ({
      id: newId('itm', place),
      kind: 'panel',
      title: `Question ${place + 1}: who keeps the keys of our servers, and for how long?`,
      minutes: 10,
      line: 'Five minutes each, then questions from the hall.',
      owners: ['Chiara Bellandi', 'Joost van Dalen', 'Ngozi Adeyemi'].map((name) => ({ name })),
    }))
    const plan = Plan.parse({
      title: 'Who keeps the keys?',
      purpose: 'Four servers, one keeper. Is that how we want it?',
      zone: 'Europe/Amsterdam',
      startsAt: now,
      minutes: 90,
      access: 'public',
      facilitators: [maren],
      items,
    })
    return makeGathering(tx, { plan, circle: null }, [], { by: maren, now })
  })
}

export async function run(): Promise<{ figures: typeof BUDGET; reference: typeof BUDGET }> {
  await using hall = await openHallProcess()
  const gathering = await callGathering(hall.backstage)
  const figures = {
    invitation: await pageBytes(hall.origin, `/g/${gathering}`),
    porch: await pageBytes(hall.origin, `/gatherings/${gathering}/door`),
    room: roomBytes(),
  }
  return { figures, reference: BUDGET }
}
