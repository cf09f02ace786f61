/** The door for a speech engine that a co-op brings: a key for one gathering, and lines by HTTP. */
import { timingSafeEqual } from 'node:crypto'
import { Refused } from '#kernel/problem.ts'
import { holdTopic } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import { placeIn, roomAsItIs } from '#slices/room/index.ts'
import * as api from '../api.ts'
import { begunAt, engineSays, letEngineIn } from '../rules/captions.ts'
import { captionsOf, happenTo, keepEngineKey, keepLines } from '../store/captions.ts'
import { growingOf, topicOf } from '../store/tables.ts'
import { captionsShown, factsOf, holding } from './captions.ts'
import { speakerIn } from './standing.ts'

const kept = (key: string) => hashToken(key).toString('hex')

const letIn = serve(api.letAnEngineIn, (call) => {
  const { gathering } = call.params
  const key = newToken()
  return holding(call, async ({ tx, captions, ...me }) => {
    const facts = factsOf(letEngineIn(captions, me, call.body.name))
    await happenTo(tx, captions, facts, { gathering, now: call.now, actor: me.by })
    await keepEngineKey(tx, gathering, kept(key))
    return { key }
  })
})

const putOut = serve(api.putTheEngineOut, async (call) => {
  const { gathering } = call.params
  await holding(call, async ({ tx, captions, ...me }) => {
    const facts = factsOf(letEngineIn(captions, me, null))
    await happenTo(tx, captions, facts, { gathering, now: call.now, actor: me.by })
    await keepEngineKey(tx, gathering, null)
  })
  return captionsShown(call.db, gathering)
})

function isKey(given: string, hash: string | null): boolean {
  return hash !== null && timingSafeEqual(Buffer.from(kept(given)), Buffer.from(hash))
}

const write = serve(
  api.captionByEngine,
  async ({ hall, db, params, body, now, http, transact }) => {
    const { gathering } = params
    const [, key = ''] = /^Bearer (\S{20,100})$/.exec(http.req.header('authorization') ?? '') ?? []
    const { engineKey } = await captionsOf(db, gathering)
    if (!isKey(key, engineKey)) throw new Refused('no-such-engine')
    const room = await roomAsItIs(db, gathering)
    const { language, text } = body
    const { speaker = speakerIn(room) } = body
    const said = { text, language, speaker, from: begunAt(body.from, now) }
    const facts = factsOf(engineSays(room.endedAt !== null, said))
    if (body.interim) {
      hall.live.pass(growingOf(gathering), { interim: text, language, by: null, speaker })
      return { line: null }
    }
    if (speaker && placeIn(room, speaker).name === '') throw new Refused('not-found')
    return transact(async (tx) => {
      await holdTopic(tx, topicOf(gathering))
      return { line: await keepLines(tx, facts, { gathering, now, actor: null }) }
    }, topicOf(gathering))
  },
)

export const engineServings = [letIn, putOut, write]
