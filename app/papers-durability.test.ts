/** A hall killed between the taking of papers and their casting, and during both: no vote is lost. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as rest } from 'node:timers/promises'
import { freePort } from '#kernel/free-port.ts'
import * as secret from '#slices/decisions/api/secret.ts'
import type { Vote } from '#slices/decisions/rules/count/votes.ts'
import { decisionOf } from '#slices/decisions/store/decisions.ts'
import { publicationOf } from '#slices/decisions/store/counting.ts'
import { papersOf, urnOf } from '#slices/decisions/store/papers.ts'
import { recountDecision } from '#slices/decisions/rules/count/publication.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import { signedPaper } from '#slices/decisions/web/secret/blinding.ts'
import { Browser, ProblemAnswer } from '#testing/browser.ts'
import { testDatabase } from '#testing/database.ts'
import { decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { drawnBy } from '#testing/papers.ts'
import { dataFolder, startHall, type Terminal } from '#testing/terminal.ts'

const OPTIONS = ['Chiara', 'Ngozi', 'Yuki'].map((name) => ({ name, note: '', person: null }))
const voteOf = (nr: number): Vote => ({ kind: 'order', order: [1 + (nr % 3), 1 + ((nr + 1) % 3)] })

/** A secret election that is open, and what each browser drew for it; the hall is closed again. */
async function opened(databaseUrl: string) {
  await using hall = await openTestHall({ databaseUrl, now: new Date().toISOString() })
  const { coop, maren, custodians, producers } = await decidingCommons(hall, (kind) => ({
    ...kind,
    talkDays: 0,
    leastDays: 1,
    ...(kind.about === 'election' ? { secrecy: 'secret', quorum: null } : {}),
  }))
  const text = { kind: 'election', title: 'A keeper', question: 'Who?', options: OPTIONS }
  const decision = await proposed(maren, coop, text, { talkDays: 0, openDays: 1 })
  await keepDecisions(hall.hall, hall.clock.now())
  const voters = []
  for (const who of [...custodians, ...producers])
    voters.push({ cookies: who.browser.cookies, drawn: await drawnBy(who, decision) })
  return { decision, voters }
}

async function kill({ hall }: Terminal): Promise<void> {
  const gone = once(hall, 'exit')
  if (hall.pid) process.kill(-hall.pid, 'SIGKILL')
  await gone
}

/** Asks until there is an answer, as a browser does whose line was lost. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (cause) {
      if (cause instanceof ProblemAnswer && cause.problem.status !== 503) throw cause
      await rest(20)
    }
  }
}

test('killed while papers are taken, between, and while they are cast, each vote is counted once', async () => {
  await using database = await testDatabase()
  await using data = await dataFolder()
  const { decision, voters } = await opened(database.url)
  const port = String(await freePort())
  const env = { DATA: data.path, DATABASE_URL: database.url, PORT: port, HOST: '127.0.0.1' }
  const origin = `http://127.0.0.1:${port}`
  const params = { decision }
  let terminal = await startHall(env)
  const killedMeanwhile = async <T>(work: Promise<T>, after: () => Promise<boolean>) => {
    while (!(await after())) await rest(2)
    await kill(terminal)
    terminal = await startHall(env)
    return work
  }
  try {
    const taken = () => papersOf(database.db, decision)
    const takeAll = Promise.all(
      voters.map(({ cookies, drawn }) =>
        untilAnswered(async () => {
          const browser = new Browser(origin)
          for (const [name, value] of cookies) browser.cookies.set(name, value)
          const body = { blinded: drawn.blinded }
          const { signature } = await browser.call(secret.takePaper, { params, body })
          return signedPaper(decision, drawn, signature)
        }),
      ),
    )
    const tokens = await killedMeanwhile(takeAll, async () => (await taken()).length >= 1)
    assert.equal((await taken()).length, voters.length)
    await kill(terminal)
    terminal = await startHall(env)
    const castAll = Promise.all(
      tokens.map((token, nr) =>
        untilAnswered(() => {
          const body = { ...token, vote: voteOf(nr) }
          return new Browser(origin).call(secret.castPaper, { params, body })
        }),
      ),
    )
    await killedMeanwhile(castAll, async () => (await urnOf(database.db, decision)).length >= 1)
    const urn = await urnOf(database.db, decision)
    assert.deepEqual(
      new Map(urn.map(({ tracker, vote }) => [tracker, vote])),
      new Map(
        tokens
          .map(({ tracker }, nr) => {
            const vote = voteOf(nr)
            return [tracker, vote.kind === 'order' ? vote.order.join('>') : ''] as const
          })
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
    const held = await decisionOf(database.db, decision)
    const made = held && (await publicationOf(database.db, held))
    assert.ok(made)
    const again = recountDecision(made.published)
    assert.deepEqual('differs' in again && again.differs, [])
  } finally {
    await kill(terminal)
  }
})
