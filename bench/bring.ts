/**
 * An export of Loomio with 100,000 comments in 1,000 discussions, answers and reactions among them,
 * brought into a circle in one transaction: seconds, and how far the memory of the process grows. The
 * reference is the same number of rows written by plain SQL in pages of 500.
 */
import { sql } from 'kysely'
import { importLoomio } from '#slices/decisions/store/import/loomio.ts'
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { foundWithRules } from './load/members.ts'

const SIZE = { people: 200, discussions: 1000, comments: 100_000 }
const AT_ONCE = 500
const MB = 1024 * 1024

const line = (table: string, record: object) => JSON.stringify({ table, record })
const at = (second: number) => new Date(Date.UTC(2024, 0, 1) + second * 1000).toISOString()

/** The lines, made as they are read; nothing holds them all. */
function* linesOfExport(): Generator<string> {
  yield line('groups', { id: 1, key: 'g1', name: 'Bench' })
  for (let nr = 1; nr <= SIZE.people; nr += 1)
    yield line('users', { id: nr, key: `u${nr}`, name: `Person ${nr}` })
  for (let nr = 1; nr <= SIZE.discussions; nr += 1)
    yield line('discussions', {
      id: nr,
      key: `d${nr}`,
      group_id: 1,
      author_id: (nr % SIZE.people) + 1,
      title: `Discussion ${nr}`,
      description: `<p>What about ${nr}?</p>`,
      description_format: 'html',
      created_at: at(nr),
    })
  for (let nr = 1; nr <= SIZE.comments; nr += 1) {
    const answers = nr > SIZE.discussions && nr % 3 === 0
    yield line('comments', {
      id: nr,
      parent_type: answers ? 'Comment' : 'Discussion',
      parent_id: answers ? nr - SIZE.discussions : (nr % SIZE.discussions) + 1,
      user_id: (nr % SIZE.people) + 1,
      body: `<p>${'What I think of it, at some length, is this. '.repeat(4)}${nr}</p>`,
      body_format: 'html',
      created_at: at(SIZE.discussions + nr),
    })
    if (nr % 4 === 0)
      yield line('reactions', {
        reactable_type: 'Comment',
        reactable_id: nr,
        user_id: ((nr + 7) % SIZE.people) + 1,
        reaction: ':heart:',
        created_at: at(SIZE.discussions + nr + 1),
      })
  }
}

/** Watches how far the memory grows until it is let go. */
function watchMemory() {
  const from = process.memoryUsage().rss
  let most = from
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  return {
    grown: () => Math.round((most - from) / MB),
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

/** Measures. */
export async function run(): Promise<Measured> {
  await using opened = await openHallProcess()
  const hall = opened.backstage
  const circle = await foundWithRules(hall)
  using memory = watchMemory()
  const begun = performance.now()
  const report = await hall.transact((tx) =>
    importLoomio(tx, {
      circle,
      lines: linesOfExport(),
      from: null,
      members: false,
      now: hall.clock.now(),
    }),
  )
  const seconds = Math.round(performance.now() - begun) / 1000
  const plain = performance.now()
  await sql`create table bench_rows (id text primary key, body text, at timestamptz)`.execute(
    hall.db,
  )
  for (let from = 0; from < SIZE.comments; from += AT_ONCE)
    await sql`insert into bench_rows select 'c' || n, repeat('What I think. ', 14), now()
      from generate_series(${from}::int, ${from + AT_ONCE - 1}::int) n`.execute(hall.db)
  const figures = {
    seconds,
    comments_per_s: Math.round(report.comments.taken / seconds),
    memory_mb: memory.grown(),
    comments: report.comments.taken,
    reactions: report.reactions.taken,
  }
  const reference = {
    seconds: Math.round(performance.now() - plain) / 1000,
    comments_per_s: 0,
    memory_mb: 0,
    comments: SIZE.comments,
    reactions: 0,
  }
  return {
    figures,
    reference,
    judged: [
      { wish: 'all comments taken', reached: report.comments.taken === SIZE.comments },
      { wish: 'memory grows by 400 MB at most', reached: figures.memory_mb <= 400 },
    ],
  }
}
