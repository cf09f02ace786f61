/** Lines of private talks, and who wants none. */
import { allow, Refused } from '#kernel/problem.ts'
import { entriesOf, lastSeq, note, redact } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { personOf, unlessHere } from '../rules/glance.ts'
import { setBlock } from '../store/blocks.ts'
import { talkTopic } from '../store/tables.ts'
import { inRoom } from './in-room.ts'
import { shown, talkFor, unlessPrivate } from './talk-of.ts'

const say = serve(api.sayInTalk, (call) =>
  inRoom(call, async (inside) => {
    unlessPrivate(inside)
    const { tx, gathering, who, now } = inside
    const talk = await talkFor(inside, call.params.talk)
    const { blocked } = await shown(tx, talk, who)
    if (blocked) throw new Refused('blocked', { gathering })
    const fact = { kind: 'talk.said', data: { who, text: call.body.text } }
    const [entry] = await note(tx, talkTopic(talk.id), [fact], { now, actor: who })
    return { seq: entry?.seq ?? 0 }
  }),
)

const withdraw = serve(api.withdrawInTalk, (call) =>
  inRoom(call, async (inside) => {
    const { tx, who, now } = inside
    const talk = await talkFor(inside, call.params.talk)
    const topic = talkTopic(talk.id)
    const seq = call.params.line
    const [entry] = await entriesOf(tx, topic, { after: seq - 1, limit: 1 })
    if (entry?.seq !== seq || entry.kind !== 'talk.said') throw new Refused('no-such-line')
    if (entry.data['who'] !== who) throw new Refused('not-your-line')
    await redact(
      tx,
      { topic, seq, stands: { who, text: '', withdrawn: true } },
      { now, actor: who },
    )
    return { seq: await lastSeq(tx, topic) }
  }),
)

const block = serve(api.blockSomebody, (call) =>
  inRoom(call, async (inside) => {
    allow(unlessHere(inside.room, inside.who))
    const { gathering, who: blocked } = call.params
    if (!personOf(inside.room, blocked) || blocked === inside.who)
      throw new Refused('nobody-by-that-id')
    await setBlock(inside.tx, { gathering, who: inside.who, blocked }, call.body.blocked)
    return {}
  }),
)

export const privateLineServings = [say, withdraw, block]
