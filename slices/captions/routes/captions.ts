/** Who writes captions, the lines, and what is hidden. */
import { type Change, type Fact, isRefusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { holdTopic, lastSeq } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { placeIn, roomAsItIs } from '#slices/room/index.ts'
import * as api from '../api.ts'
import { begunAt, type Captions, mayHide, nameCaptioner, sayLine } from '../rules/captions.ts'
import { captionsOf, happenTo, keepLines, languagesOf, lineOf, linesOf } from '../store/captions.ts'
import { hideLine } from '../store/erasing.ts'
import { topicOf } from '../store/tables.ts'
import { captionFile } from '../store/taking.ts'
import { type Here, hereIn, speakerIn } from './standing.ts'

/** What a rule answered, or its refusal thrown. */
export function factsOf(change: Change): readonly Fact[] {
  if (isRefusal(change)) throw new Refused(change.refused, change.details)
  return change.facts
}

export async function captionsShown(db: Reader, gathering: string) {
  const seq = await lastSeq(db, topicOf(gathering))
  const { captions } = await captionsOf(db, gathering)
  return api.CaptionsNow.parse({ ...captions, languages: await languagesOf(db, gathering), seq })
}

const read = serve(api.readCaptions, ({ db, params }) => captionsShown(db, params.gathering))

/** The names of those whose words stand here, as they go by in the room. */
async function namesIn(db: Reader, gathering: string, whos: readonly (string | null)[]) {
  const room = await roomAsItIs(db, gathering)
  const known = [...new Set(whos.filter((who) => who !== null))]
  return Object.fromEntries(known.map((who) => [who, placeIn(room, who).name]))
}

const lines = serve(api.readCaptionLines, async ({ db, params: { gathering }, query }) => {
  const found = await linesOf(db, gathering, query)
  const whos = found.flatMap(({ by, speaker }) => [by, speaker])
  return { lines: found, names: await namesIn(db, gathering, whos) }
})

type Changing = Pick<Call, 'caller' | 'now' | 'transact'> & { params: { gathering: string } }
type Held = Here & { captions: Captions; tx: Transaction }

/** Holds the captions of a gathering while somebody changes who writes. */
export function holding<T>(call: Changing, work: (held: Held) => Promise<T>): Promise<T> {
  const { gathering } = call.params
  const topic = topicOf(gathering)
  return call.transact(async (tx) => {
    await holdTopic(tx, topic)
    const here = await hereIn(tx, call.caller, gathering)
    const { captions } = await captionsOf(tx, gathering)
    return work({ ...here, captions, tx })
  }, topic)
}

const name = serve(api.nameACaptioner, async (call) => {
  const { gathering, who } = call.params
  const { language } = call.body
  await holding(call, async ({ tx, captions, room, ...me }) => {
    const theirs = placeIn(room, who)
    const facts = factsOf(nameCaptioner(captions, me, { who, theirs, language }))
    await happenTo(tx, captions, facts, { gathering, now: call.now, actor: me.by })
  })
  return captionsShown(call.db, gathering)
})

const say = serve(api.caption, (call) => {
  const { gathering } = call.params
  const from = begunAt(call.body.from, call.now)
  return holding(call, async ({ tx, captions, room, ...me }) => {
    const said = { text: call.body.text, from, speaker: speakerIn(room) }
    const facts = factsOf(sayLine(captions, me, said))
    return { line: await keepLines(tx, facts, { gathering, now: call.now, actor: me.by }) }
  })
})

const hide = serve(api.hideACaption, async (call) => {
  const { gathering, line: seq } = call.params
  const { by, standing } = await hereIn(call.db, call.caller, gathering)
  const line = await lineOf(call.db, gathering, seq)
  if (!line) throw new Refused('not-found')
  if (!mayHide(line, by, standing)) throw new Refused('not-yours-to-hide')
  if (!line.hidden)
    await call.transact((tx) => hideLine(tx, gathering, line, { now: call.now, actor: by }))
  return {}
})

const TYPES = { vtt: 'text/vtt', txt: 'text/plain' } as const

const take = serve(api.takeCaptions, async ({ db, params: { gathering, language, format } }) => {
  return new Response(await captionFile(db, gathering, { language, format }), {
    headers: {
      'content-type': `${TYPES[format]}; charset=utf-8`,
      'content-disposition': `attachment; filename="captions-${language}.${format}"`,
      'cache-control': 'no-store',
    },
  })
})

export const captionServings = [read, lines, name, say, hide, take]
