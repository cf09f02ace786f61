/** Polls, read. */
import type { Reader } from '#kernel/database.ts'
import { lastSeq } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { circleOf, isInside, mayCall } from '#slices/circles/index.ts'
import { namesOf, type PersonId, whoIn } from '#slices/people/index.ts'
import { isIdOf } from '#kernel/ids.ts'
import * as api from '../api/reading.ts'
import { seesAnswers, stateOf } from '../rules/poll.ts'
import * as answers from '../store/answers.ts'
import { chooseMail, insideOf, wishesMail } from '../store/letters.ts'
import { PAGE, pollsIn, waitingFor } from '../store/listing.ts'
import { pollBehind } from '../store/polls.ts'
import { type AnswerRow, type Poll, topicOf } from '../store/tables.ts'
import { pollAt, standingOf, standsCalled } from './holding.ts'
import { keepsPoll, readsPoll } from './policies.ts'
import { shownSlots, whoOrNone } from './shown.ts'

const isPerson = isIdOf('per')

const list = serve(api.listPolls, async ({ db, params, query, caller, now }) => {
  const me = meIn(caller)
  const { circle } = params
  const found = await pollsIn(db, circle, { which: query.which, after: query.after ?? null, now })
  const page = found.slice(0, PAGE)
  const ids = page.map(({ id }) => id)
  const [here, mail, counts, mine, names] = await Promise.all([
    circleOf(db, circle),
    wishesMail(db, circle, me),
    answers.countsOf(db, ids),
    answers.answeredBy(db, me, ids),
    namesOf(
      db,
      page.map(({ made_by: by }) => by),
    ),
  ])
  const polls = page.map((poll) => ({
    poll: poll.id,
    form: poll.form,
    title: poll.title,
    by: whoIn(names, poll.made_by),
    state: stateIn(poll, now),
    closesAt: poll.closes_at,
    endedAt: poll.withdrawn_at ?? poll.closed_at,
    answers: counts.get(poll.id) ?? 0,
    answered: mine.has(poll.id),
    ended: endIn(poll),
  }))
  return {
    circle: here?.name ?? '',
    mail,
    polls,
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
})

const stateIn = (poll: Poll, now: string) =>
  stateOf(
    { closesAt: poll.closes_at, closedAt: poll.closed_at, withdrawnAt: poll.withdrawn_at },
    now,
  )

function endIn({ gathering, summary }: Poll): 'called' | 'summed' | null {
  if (gathering !== null) return 'called'
  return summary === null ? null : 'summed'
}

const choose = serve(api.choosePollMail, async ({ params, body, caller, now, transact }) => {
  const wish = { circle: params.circle, person: meIn(caller), mail: body.mail }
  await transact((tx) => chooseMail(tx, wish, now))
  return {}
})

/** What of a poll is somebody's own: their answer, and whether they see those of others. */
async function mineIn(db: Reader, poll: Poll, { me, now }: { me: PersonId; now: string }) {
  const own = await answers.answerOf(db, poll.id, me)
  const standing = { shown: poll.shown, state: stateIn(poll, now) }
  const sees = seesAnswers(standing, { answered: own !== undefined })
  const mine = own ? { stance: own.stance, text: own.text, at: own.changed_at ?? own.at } : null
  return { sees, mine }
}

async function mayIn(db: Reader, poll: Poll, { me, now }: { me: PersonId; now: string }) {
  const [inside, keep, calls] = await Promise.all([
    isInside(db, me, poll.circle),
    keepsPoll(db, me, poll),
    mayCall(db, me, poll.circle),
  ])
  const state = stateIn(poll, now)
  const call = keep && calls && poll.form === 'time' && state !== 'withdrawn'
  return { answer: inside && state === 'open', keep, call }
}

/** A poll as somebody reads it. */
export async function shownPoll(db: Reader, poll: Poll, who: { me: PersonId; now: string }) {
  const [seq, circle, inside, standing, own, may, times, stances, off, names] = await Promise.all([
    lastSeq(db, topicOf(poll.id)),
    circleOf(db, poll.circle),
    insideOf(db, poll.circle),
    standingOf(db, poll),
    mineIn(db, poll, who),
    mayIn(db, poll, who),
    shownSlots(db, poll, who.me),
    poll.form === 'sense' ? answers.stancesOf(db, poll.id) : null,
    standsCalled(db, poll).then((stands) => !stands),
    namesOf(
      db,
      [poll.made_by, poll.closed_by, poll.withdrawn_by, poll.summary_by].flatMap((id) => id ?? []),
    ),
  ])
  const { closed_at, withdrawn_at, slot, gathering, summary, summary_at } = poll
  return {
    poll: poll.id,
    form: poll.form,
    title: poll.title,
    words: poll.words,
    circle: { id: poll.circle, name: circle?.name ?? '' },
    thread: poll.thread,
    zone: poll.zone,
    hidden: poll.hidden,
    shown: poll.shown,
    state: stateIn(poll, who.now),
    by: whoIn(names, poll.made_by),
    madeAt: poll.made_at,
    closesAt: poll.closes_at,
    closed: closed_at === null ? null : { at: closed_at, by: whoOrNone(names, poll.closed_by) },
    withdrawn:
      withdrawn_at === null
        ? null
        : { at: withdrawn_at, by: whoOrNone(names, poll.withdrawn_by), why: poll.why ?? '' },
    answers: standing.answers,
    inside: inside.length,
    ...own,
    ...times,
    stances: own.sees ? stances : null,
    called: slot === null || gathering === null ? null : { slot, gathering, off },
    summary:
      summary !== null && summary_at !== null
        ? { text: summary, by: whoIn(names, poll.summary_by ?? ''), at: summary_at }
        : null,
    may,
    seq,
  }
}

const read = serve(api.readPoll, async ({ db, params, caller, now }) =>
  shownPoll(db, await pollAt(db, params.poll), { me: meIn(caller), now }),
)

/** Answers by name, with what each marked. */
export async function shownAnswers(db: Reader, poll: Poll, rows: readonly AnswerRow[]) {
  const persons = rows.map(({ person }) => person)
  const [names, marks] = await Promise.all([
    namesOf(db, persons),
    answers.marksIn(db, poll.id, persons),
  ])
  return rows.map(({ person, stance, text, at, changed_at: changed }) => ({
    who: whoIn(names, person),
    stance,
    text,
    at: changed ?? at,
    marks: [...(marks.get(person) ?? [])].map(([slot, mark]) => ({ slot, mark })),
  }))
}

/** Words that bear no name (law 4 of rules/poll.ts). */
export const nameless = ({ stance, text }: AnswerRow) => ({
  who: null,
  stance,
  text,
  at: null,
  marks: [],
})

const listAnswers = serve(api.listPollAnswers, async ({ db, params, query, caller, now }) => {
  const poll = await pollAt(db, params.poll)
  const { sees } = await mineIn(db, poll, { me: meIn(caller), now })
  if (!sees) return { answers: [], next: null }
  const { after = '' } = query
  if (poll.hidden) {
    const from = /^\d{1,6}$/.test(after) ? Number(after) : 0
    const rows = await answers.wordsIn(db, poll.id, from)
    const next = rows.length > answers.PAGE ? String(from + answers.PAGE) : null
    return { answers: rows.slice(0, answers.PAGE).map(nameless), next }
  }
  const rows = await answers.answersIn(db, poll.id, { after: isPerson(after) ? after : null })
  const page = rows.slice(0, answers.PAGE)
  const next = rows.length > answers.PAGE ? (page.at(-1)?.person ?? null) : null
  return { answers: await shownAnswers(db, poll, page), next }
})

const mine = serve(api.pollsForMe, async ({ db, caller, now }) => {
  const found = await waitingFor(db, meIn(caller), now)
  return {
    waiting: found.map(({ poll, circle, what }) => ({
      poll: poll.id,
      title: poll.title,
      circle,
      form: poll.form,
      what,
      closesAt: poll.closes_at,
    })),
  }
})

const behind = serve(api.pollBehindGathering, async ({ db, params, caller }) => {
  const poll = await pollBehind(db, params.gathering)
  if (!poll || !(await readsPoll(db, caller.person, poll))) return { poll: null }
  return { poll: { poll: poll.id, title: poll.title } }
})

export const readingServings = [list, choose, read, listAnswers, mine, behind]
