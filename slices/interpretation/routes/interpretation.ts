/** Interpreters named, and asking for slower. */
import { type Change, isRefusal } from '#kernel/change.ts'
import { Refused } from '#kernel/problem.ts'
import { holdTopic, lastSeq } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { type Entered, enteredAs, placeIn } from '#slices/room/index.ts'
import * as api from '../api.ts'
import { askForSlower, type Interpreters, nameInterpreter } from '../rules/interpretation.ts'
import { happenTo, interpretersOf } from '../store/interpreters.ts'
import { topicOf } from '../store/tables.ts'

const shown = (interpreters: Interpreters, seq: number) =>
  api.InterpretationNow.parse({ interpreters, seq })

const read = serve(api.readInterpretation, async ({ db, caller, params: { gathering } }) => {
  const { standing } = await enteredAs(db, caller, gathering)
  if (standing.removed) throw new Refused('removed')
  const seq = await lastSeq(db, topicOf(gathering))
  return shown(await interpretersOf(db, gathering), seq)
})

type Changing = Pick<Call, 'caller' | 'now' | 'transact'> & { params: { gathering: string } }

function change(call: Changing, rule: (interpreters: Interpreters, here: Entered) => Change) {
  const { gathering } = call.params
  const topic = topicOf(gathering)
  return call.transact(async (tx) => {
    const { seq } = await holdTopic(tx, topic)
    const here = await enteredAs(tx, call.caller, gathering)
    const before = await interpretersOf(tx, gathering)
    const told = rule(before, here)
    if (isRefusal(told)) throw new Refused(told.refused, told.details)
    const about = { gathering, now: call.now, actor: here.by }
    return shown(await happenTo(tx, before, told.facts, about), seq + told.facts.length)
  }, topic)
}

const name = serve(api.nameAnInterpreter, (call) => {
  const { who } = call.params
  const { language } = call.body
  return change(call, (interpreters, { room, ...me }) =>
    nameInterpreter(interpreters, me, { who, theirs: placeIn(room, who), language }),
  )
})

const slower = serve(api.askToGoSlower, (call) => change(call, askForSlower))

export const interpretationServings = [read, name, slower]
