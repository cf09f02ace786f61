/** A recording begun, answered, heard, cut and deleted. */
import { type Change, isRefusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { holdTopic, lastSeq } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { type Entered, enteredAs, whoIs } from '#slices/room/index.ts'
import * as api from '../api.ts'
import * as rules from '../rules/recording.ts'
import { removeFiles, silencePart } from '../store/disk.ts'
import { dropFiles, filesOf, happenTo, recordingOf } from '../store/recordings.ts'
import { topicOf } from '../store/tables.ts'
import { canRecord } from './keeping.ts'
import { isSettled, shownTo } from './showing.ts'
import { partsOf, zipped } from './zip.ts'

async function shownNow(db: Reader, gathering: string) {
  const { is, answers, until, why } = await recordingOf(db, gathering)
  const seq = await lastSeq(db, topicOf(gathering))
  return api.RecordingNow.parse({ is, answers, until, why, seq })
}

const readNow = serve(api.readRecordingNow, async ({ db, caller, params: { gathering } }) => {
  const { standing } = await enteredAs(db, caller, gathering)
  if (standing.removed) throw new Refused('removed')
  return shownNow(db, gathering)
})

type Changing = Pick<Call, 'caller' | 'now' | 'transact'> & { params: { gathering: string } }
type Rule = (recording: rules.Recording, here: Entered, tx: Transaction) => Promise<Change> | Change

/** Holds the recording while somebody changes it; `then` runs in the same transaction. */
function change<T>(
  call: Changing,
  rule: Rule,
  then: (tx: Transaction, here: Entered) => Promise<T>,
) {
  const { gathering } = call.params
  return call.transact(async (tx) => {
    await holdTopic(tx, topicOf(gathering))
    const here = await enteredAs(tx, call.caller, gathering)
    const before = await recordingOf(tx, gathering)
    const told = await rule(before, here, tx)
    if (isRefusal(told)) throw new Refused(told.refused, told.details)
    await happenTo(tx, before, told.facts, { gathering, now: call.now, actor: here.by })
    return then(tx, here)
  }, topicOf(gathering))
}

/** Why nothing may be recorded here: the name of a refusal. What is sealed the hall could not open anyway. */
function hindered(hall: Hall, { room }: Entered): rules.Hindrance {
  if (room.call?.settings.elsewhere) return 'recording-elsewhere'
  if (room.call?.settings.sealed) return 'recording-sealed'
  return canRecord(hall) ? null : 'no-recorder-here'
}

const rule = serve(api.ruleTheRecording, async (call) => {
  const { params, body, now, hall } = call
  const { gathering } = params
  await change(
    call,
    (recording, here) => {
      const hindrance = body.is === 'on' ? hindered(hall, here) : null
      return rules.ruleRecording(recording, here, { is: body.is, now, hindrance })
    },
    async () => {},
  )
  return shownNow(call.db, gathering)
})

const answer = serve(api.answerTheRecording, async (call) => {
  const { agrees } = call.body
  await change(
    call,
    (recording, here) => rules.answer(recording, here, agrees),
    async () => {},
  )
  return shownNow(call.db, call.params.gathering)
})

const read = serve(api.readTheRecording, async ({ db, caller, hall, params: { gathering } }) => {
  const who = await whoIs(db, caller, gathering)
  return shownTo(db, { gathering, data: hall.config.data, who })
})

const takeOut = serve(api.takeMyVoiceOut, async (call) => {
  const { gathering } = call.params
  const gone = await change(
    call,
    async (_recording, { by }, tx) => {
      const has = (await filesOf(tx, gathering)).some(({ who }) => who === by)
      return rules.takeVoiceOut(by, has, await isSettled(tx, gathering))
    },
    (tx, { by }) => dropFiles(tx, gathering, by),
  )
  await removeFiles(call.hall.config.data, gone)
  return {}
})

const cut = serve(api.cutTheRecording, async (call) => {
  const { params, body, hall } = call
  // The sound goes first: what is told to be left out is left out, whatever happens between.
  await change(
    call,
    async (recording, here, tx) => {
      const told = rules.cutPart(recording, here, body)
      if (isRefusal(told)) return told
      for (const file of await filesOf(tx, params.gathering))
        await silencePart(hall.config.data, file, body)
      return told
    },
    async () => {},
  )
  return {}
})

const keep = serve(api.keepTheRecording, async (call) => {
  const { body, now } = call
  await change(
    call,
    (recording, here) => rules.keepUntil(recording, here, { until: body.until, now }),
    async () => {},
  )
  return {}
})

const deleteAll = serve(api.deleteTheRecording, async (call) => {
  const { gathering } = call.params
  const gone = await change(call, rules.deleteAll, (tx) => dropFiles(tx, gathering, null))
  await removeFiles(call.hall.config.data, gone)
  return {}
})

const take = serve(api.takeTheRecording, async ({ db, caller, hall, params: { gathering } }) => {
  const who = await whoIs(db, caller, gathering)
  const { data } = hall.config
  const shown = await shownTo(db, { gathering, data, who })
  return new Response(zipped(partsOf(shown, data, gathering)), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="recording.zip"',
      'cache-control': 'no-store',
    },
  })
})

export const recordingServings = [readNow, rule, answer, read, takeOut, cut, keep, deleteAll, take]
