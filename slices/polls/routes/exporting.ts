/** A poll as a file: a table for a spreadsheet, or all of it as data; as far as its reader sees it. */
import type { Reader } from '#kernel/database.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { csv } from '#slices/standing/index.ts'
import { exportPoll } from '../api/reading.ts'
import { MARKS } from '../rules/slots.ts'
import { STANCES } from '../rules/poll.ts'
import { answersIn, wordsIn } from '../store/answers.ts'
import type { Poll } from '../store/tables.ts'
import { pollAt } from './holding.ts'
import { nameless, shownAnswers, shownPoll } from './reading.ts'

const ALL = 1_000_000

type Shown = Awaited<ReturnType<typeof shownPoll>>
type Answers = Awaited<ReturnType<typeof allAnswers>>

async function allAnswers(db: Reader, poll: Poll, sees: boolean) {
  if (!sees) return []
  if (poll.hidden) return (await wordsIn(db, poll.id, 0, ALL)).map(nameless)
  return shownAnswers(db, poll, await answersIn(db, poll.id, { limit: ALL }))
}

/** A line a person, a column a time, and the sums below. */
function timeRows({ slots }: Shown, answers: Answers): string[][] {
  const lines = answers.map(({ who, marks, text }) => [
    who?.name ?? '',
    ...slots.map(({ id }) => marks.find(({ slot }) => slot === id)?.mark ?? ''),
    text,
  ])
  const sums = MARKS.map((mark) => [
    `(${mark})`,
    ...slots.map(({ sums: told }) => String(told[mark])),
    '',
  ])
  const head = ['name', ...slots.map(({ startsAt, minutes }) => `${startsAt} ${minutes}`), 'words']
  return [head, ...lines, ...sums]
}

function rowsOf(shown: Shown, answers: Answers): string[][] {
  if (shown.form === 'time') return timeRows(shown, answers)
  const lines = answers.map(({ who, stance, text, at }) => [
    who?.name ?? '',
    stance ?? '',
    text,
    at ?? '',
  ])
  const { stances } = shown
  const sums = stances ? STANCES.map((one) => [`(${one})`, String(stances[one]), '', '']) : []
  return [['name', 'answer', 'words', 'at'], ...lines, ...sums]
}

async function fileOf({ db, params, caller, now }: Call<typeof exportPoll>): Promise<string> {
  const poll = await pollAt(db, params.poll)
  const shown = await shownPoll(db, poll, { me: meIn(caller), now })
  const answers = await allAnswers(db, poll, shown.sees)
  if (params.format === 'csv') return csv(rowsOf(shown, answers))
  const { may: _may, seq: _seq, mine: _mine, sees: _sees, ...rest } = shown
  const slots = rest.slots.map(({ mine: _own, clashes: _clashes, ...slot }) => slot)
  return `${JSON.stringify({ ...rest, slots, answers, taken: now }, null, 2)}\n`
}

export const exportServing = serve(exportPoll, async (call) => {
  const { format, poll } = call.params
  return new Response(await fileOf(call), {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
      'content-disposition': `attachment; filename="${poll}.${format}"`,
      'cache-control': 'no-store',
    },
  })
})
