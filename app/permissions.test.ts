/**
 * Who may call what: every operation of the OpenAPI document, by every kind of caller, over HTTP,
 * compared with the table beside (permissions.table.md), which people read and change by hand. The
 * body that is sent fits no operation, so that who may call is told that it was not understood, and
 * nothing happens. `MOOTHALL_WRITE=1` writes the table anew; look at what changed in it.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { BROWSER_COOKIE, hashToken, newToken } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import { changeClass, makeCircle, sendDelegate } from '#slices/circles/index.ts'
import { adoptParts, allSections, presetParts } from '#slices/constitutions/index.ts'
import { draftDecision, proposeDecision } from '#slices/decisions/api/making.ts'
import { apply, myApplications } from '#slices/membrane/api/door.ts'
import { openExclusion } from '#slices/membrane/api/leaving.ts'
import { enterAsGuest } from '#slices/people/index.ts'
import type { Browser } from '#testing/browser.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'

const TABLE = new URL('./permissions.table.md', import.meta.url)
const AT_ONCE = 12

const hall = await openTestHall()
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const now = hall.clock.now()
const by = { by: maren.id, now }

const loft = await hall.hall.transact((tx) =>
  makeCircle(tx, { name: 'Wool Loft', parent: coop, kind: 'autonomous' }, by),
)
const elsewhere = await somebody(hall, 'Member of Another', { circles: [loft] })
const delegate = await somebody(hall, 'Delegate', { circles: [loft] })
const facilitator = await somebody(hall, 'Facilitator', {
  circles: [coop],
  roles: [[coop, 'facilitator']],
})
const classes = ['custodian', 'producer', 'consumer', 'individual'] as const
const members = await Promise.all(
  classes.map((key) => somebody(hall, `Member ${key}`, { circles: [coop] })),
)
await hall.hall.transact(async (tx) => {
  const parts = presetParts(allSections(), 'full-commons', wordsIn('en').say)
  await adoptParts(tx, coop, { parts, day: now.slice(0, 10) }, by)
  for (const [at, member] of members.entries())
    await changeClass(tx, { circle: coop, member: member.id, to: classes[at] ?? '' }, by)
  await sendDelegate(
    tx,
    {
      circle: coop,
      body: loft,
      person: delegate.id,
      alternate: false,
      mandate: '',
      ends: null,
    },
    by,
  )
})
const gathering = await called(maren.browser, coop, { access: 'members' })
const applicant = await somebody(hall, 'Applicant')
await applicant.browser.call(apply, {
  params: { circle: coop },
  body: { class: 'producer', answers: { why: 'Bread.', give: 'More bread.' } },
})
const [asked] = (await applicant.browser.call(myApplications)).applications
const { exclusion } = await maren.browser.call(openExclusion, {
  params: { circle: coop },
  body: { member: members[2]?.id ?? maren.id, reason: 'A story.' },
})

const { decision } = await maren.browser.call(draftDecision, {
  params: { circle: coop },
  body: { kind: 'ordinary', title: 'A story', question: 'Shall we?' },
})
await maren.browser.call(proposeDecision, {
  params: { decision },
  body: { talkDays: 3, openDays: 5 },
})

async function guestBrowser(): Promise<Browser> {
  const token = newToken()
  const browser = hall.browser()
  browser.cookies.set(BROWSER_COOKIE, token)
  const hash = hashToken(token).toString('hex')
  await hall.hall.transact((tx) =>
    enterAsGuest(tx, { gathering, browser: hash, name: 'Guest', now }),
  )
  return browser
}

const CALLERS: readonly (readonly [string, Browser])[] = [
  ['nobody', hall.browser()],
  ['guest', await guestBrowser()],
  ['applicant', applicant.browser],
  ['member of another circle', elsewhere.browser],
  ...members.map(({ browser }, at) => [classes[at] ?? '', browser] as const),
  ['delegate', delegate.browser],
  ['facilitator', facilitator.browser],
  ['steward', maren.browser],
]

/** What stands in the addresses: things of the co-op where there are some, else an id of nothing. */
const KNOWN: Record<string, string> = {
  circle: coop,
  gathering,
  person: facilitator.id,
  member: facilitator.id,
  body: loft,
  application: asked?.id ?? '',
  exclusion,
  decision,
  role: 'caller',
  day: '2026-12-03',
  kind: 'vouch',
}

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  schema: z.object({ pattern: z.string().optional() }).loose(),
})
const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ parameters: z.array(Parameter).default([]) }).loose()),
  ),
})

function addressIn(path: string, parameters: readonly z.infer<typeof Parameter>[]): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const pattern = parameters.find((one) => one.name === name)?.schema.pattern ?? ''
    const prefix = /^\^([a-z]+)_/.exec(pattern)?.[1]
    return KNOWN[name] ?? (prefix ? newId(prefix) : 'x')
  })
}

type Row = { name: string; method: string; address: string; reads: boolean }

async function rowsOf(): Promise<Row[]> {
  const answer = await hall.browser().fetch('/api/openapi.json')
  const { paths } = Document.parse(await answer.json())
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, { parameters }]) => ({
      name: `${verb.toUpperCase()} ${path.replace(/^\/api/, '')}`,
      method: verb.toUpperCase(),
      address: addressIn(path, parameters),
      reads: verb === 'get',
    })),
  )
}

/** x: may; s: is told to sign in; –: is refused; 0: such a thing is not there. */
async function mark(browser: Browser, { method, address, reads }: Row): Promise<string> {
  const answer = await browser.fetch(address, {
    method,
    ...(reads ? {} : { body: '[]', headers: { 'content-type': 'application/json' } }),
  })
  await answer.arrayBuffer()
  if (answer.status === 401) return 's'
  if (answer.status === 403) return '–'
  return answer.status === 404 ? '0' : 'x'
}

async function lineOf(row: Row): Promise<string> {
  const marks = await Promise.all(CALLERS.map(([, browser]) => mark(browser, row)))
  return `| ${row.name} | ${marks.join(' | ')} |`
}

test('who may call what is as the table says', async () => {
  const rows = (await rowsOf()).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const lines: string[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE)
    lines.push(...(await Promise.all(rows.slice(from, from + AT_ONCE).map(lineOf))))
  const head = [
    `| operation | ${CALLERS.map(([name]) => name).join(' | ')} |`,
    `|---|${CALLERS.map(() => '---').join('|')}|`,
  ]
  if (process.env['MOOTHALL_WRITE'])
    writeFileSync(TABLE, `${INTRODUCTION}\n${[...head, ...lines].join('\n')}\n`)
  const written = existsSync(TABLE) ? readFileSync(TABLE, 'utf8').split('\n') : []
  const stands = new Set(written.filter((line) => /^\| [A-Z]+ \//.test(line)))
  const changed = lines.filter((line) => !stands.has(line))
  const gone = [...stands].filter((line) => !lines.includes(line))
  assert.deepEqual(
    { now: changed, table: gone },
    { now: [], table: [] },
    'the table says otherwise: mend the policy, or the table (see the head of this file)',
  )
  assert.deepEqual(hall.errors, [])
})

const INTRODUCTION = `# Who may call what

One line an operation, one column a kind of caller, in a co-op with the rules of the *full commons* and one
autonomous member circle. **x** may call it (and is then held to what else the rules say), **s** is told to sign
in, **–** is refused, **0** is told that there is no such thing. The test beside reads this table; change it by
hand when a rule is meant to change.

The columns: *nobody* has no account and no name here; a *guest* was let into the gathering that is asked for, which
is one for members; the *applicant* has an account and waits at the door of the co-op; the *member of another
circle* belongs to the member circle and to nothing else; then the four classes, each a member and nothing more; the
*delegate* belongs to the member circle and speaks for it in the co-op; the *facilitator* and the *steward* hold
that role there.

What is asked for is the co-op, a gathering, an application, a member who is to be put out (the *consumer*), and
otherwise an id of nothing; so **0** also stands where a thing of one's own would be found. What is sent fits no
operation: a row of **x** means that the doer is asked after the words were read. So it is where the answer depends
on the thing itself, which the operation looks up: in a room (only who is in it, in the lobby, or facilitates), for
notes and files (only whom their holder lets), for one's own things (*/me*), and for what opens by a secret in the
hand (links, codes, a passkey). With words that fit, strangers are refused there too; the stories of those slices
say by what name.
`
