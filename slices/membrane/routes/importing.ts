/** Members in and out as a table. */
import { Refused } from '#kernel/problem.ts'
import { readBytes } from '#kernel/request-body.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { circleOf, classesOf, type CircleId, membersOn } from '#slices/circles/index.ts'
import { todayIn } from '#slices/constitutions/index.ts'
import { namesOf, personOf } from '#slices/people/index.ts'
import { exportMembers, importMembers, MOST_BYTES } from '../api/importing.ts'
import { marked } from '../rules/import.ts'
import { readMembers, type TableRead, writeMember } from '../store/importing.ts'
import { circleIn } from './coming.ts'

const SHOWN = 20
const AT_ONCE = 50

type Run = Pick<Call, 'hall' | 'caller' | 'now'>

/** Writes the rows some at a time and says how far it is; broken off, the same file goes on. */
async function* written({ hall, caller, now }: Run, circle: CircleId, table: TableRead) {
  const { rows, mistakeCount: mistakes } = table
  const counts = { made: 0, joined: 0, already: 0, putOut: 0 }
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const done = await hall.transact(async (tx) => {
      const each: (keyof typeof counts)[] = []
      for (const row of some)
        each.push(await writeMember(tx, circle, row, { by: caller.person, now }))
      return each
    })
    for (const one of done) counts[one] += 1
    yield `${JSON.stringify({ done: at + some.length, of: rows.length, ...counts })}\n`
  }
  yield `${JSON.stringify({ end: true, of: rows.length, mistakes, ...counts })}\n`
}

/** Sent as it comes: a line as soon as it is known. */
const lines = (said: AsyncIterable<string> | Iterable<string>) =>
  new Response(ReadableStream.from(said).pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  })

async function tableIn(call: Call<typeof importMembers>): Promise<TableRead> {
  const { db, params, query, now } = call
  const bytes = await readBytes(call.http.req.raw, MOST_BYTES)
  const { run: _run, ...columns } = query
  const named = Object.entries(columns).flatMap(([column, name]): [string, string][] =>
    name ? [[column, name]] : [],
  )
  const mapping = named.length > 0 ? Object.fromEntries(named) : null
  const classes = Object.fromEntries(
    (await classesOf(db, params.circle, now)).flatMap(({ key, name }) => [
      [name.toLowerCase(), key],
      [key, key],
    ]),
  )
  const table = await readMembers({ bytes, mapping, classes, today: await todayIn(db, now) })
  if (table.tooLong) throw new Refused('table-too-long')
  if (table.header.length === 0) throw new Refused('table-empty')
  return table
}

export const importingServings = [
  serve(importMembers, async (call) => {
    const { circle } = call.params
    await circleIn(call.db, circle)
    const table = await tableIn(call)
    if (call.query.run === 'true') return lines(written(call, circle, table))
    const { rows, ...rest } = table
    const preview = { ...rest, count: rows.length, rows: rows.slice(0, SHOWN) }
    return lines([`${JSON.stringify(preview)}\n`])
  }),
  serve(exportMembers, async ({ db, params, query }) => {
    const circle = await circleIn(db, params.circle)
    const members = await membersOn(db, circle.id, query.on ?? null)
    const names = await namesOf(
      db,
      members.map(({ member }) => member),
    )
    const rows = await Promise.all(
      members.map(async ({ member, class: named, from, until }) => {
        const body = member.startsWith('cir_')
        return {
          kind: body ? 'co-op' : 'person',
          name:
            names.get(member)?.name ??
            (body ? ((await circleOf(db, `cir_${member.slice(4)}`))?.name ?? '') : ''),
          email: body ? null : ((await personOf(db, `per_${member.slice(4)}`))?.email ?? null),
          class: named,
          from: from.slice(0, 10),
          until: until?.slice(0, 10) ?? null,
        }
      }),
    )
    const csv = query.format === 'csv'
    const text = csv ? tableOf(rows) : JSON.stringify({ circle: circle.name, members: rows })
    return new Response(text, {
      headers: {
        'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json',
        'content-disposition': `attachment; filename="members.${query.format}"`,
        'cache-control': 'no-store',
      },
    })
  }),
]

function tableOf(rows: readonly Record<string, string | null>[]): string {
  const columns = ['kind', 'name', 'email', 'class', 'from', 'until']
  const cell = (value: string | null | undefined) =>
    `"${marked(value ?? '').replaceAll('"', '""')}"`
  const table = rows.map((row) => columns.map((name) => cell(row[name])).join(','))
  return `\ufeff${[columns.join(','), ...table].join('\r\n')}\r\n`
}
