/** The running order while it runs. */
import { newId } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { addItem, extendItem, reorderItems } from '../rules/arranging.ts'
import * as rules from '../rules/going-on.ts'
import { happenIn } from '../store/changes.ts'
import { changeRoom, inRoom } from './in-room.ts'

const ITEMS_MOST = 200

const start = serve(api.startAnItem, (call) =>
  changeRoom(call, (room, who) => rules.startItem(room, who, call.params.item)),
)

const skip = serve(api.skipAnItem, (call) =>
  changeRoom(call, (room, who) => rules.skipItem(room, who, call.params.item)),
)

const extend = serve(api.extendAnItem, (call) =>
  changeRoom(call, (room, who) => extendItem(room, who, call.params.item, call.body.minutes)),
)

const reorder = serve(api.reorderTheItems, (call) =>
  changeRoom(call, (room, who) => reorderItems(room, who, call.body.order)),
)

const add = serve(api.addAnItem, (call) =>
  inRoom(call, async (inside) => {
    const { after, ...item } = call.body
    if (inside.room.items.length >= ITEMS_MOST) throw new Refused('too-many-items')
    const id = newId('itm', Date.parse(call.now))
    const change = addItem(inside.room, inside.who, { ...item, id }, after)
    const { seq } = await happenIn(inside, change)
    return { seq, item: id }
  }),
)

export const itemServings = [start, skip, extend, reorder, add]
