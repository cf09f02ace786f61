/** Drawing by lot: opened by stewards, spoken into by members, read and taken by anybody inside. */
import { meIn } from '#kernel/session.ts'
import { MINUTE, plus } from '#kernel/clock.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { namesOf } from '#slices/people/index.ts'
import * as api from '../api/draws.ts'
import { redraw } from '../rules/draw.ts'
import { freeSeats } from '../rules/terms.ts'
import * as draws from '../store/draws.ts'
import type { DrawId } from '../store/tables.ts'
import { holdRole, termsOf } from '../store/terms.ts'
import { wishesOf } from '../store/wishes.ts'
import { roleIn, unfitFor, willingFor } from './held.ts'
import { nameIn } from './shown.ts'

/** A draw of this circle; refuses `not-found`. */
async function drawIn(db: Call['db'], { circle, draw }: { circle: string; draw: DrawId }) {
  const found = await draws.drawOf(db, draw)
  if (!found || found.circle !== circle) throw new Refused('not-found')
  return found
}

export const drawingServings = [
  serve(api.openDraw, async (call) => {
    const { params, body, now } = call
    return call.transact(async (tx) => {
      await holdRole(tx, params)
      const state = await roleIn(tx, params, now)
      const { rule, ruling } = state
      if (rule.filled !== 'drawn') throw new Refused('filled-otherwise', { role: rule.name })
      const seats = freeSeats(rule, state.terms, now)
      if (seats === 0) throw new Refused('no-seat', { role: rule.name, seats: rule.seats })
      const open = await draws.drawsOf(tx, params.circle)
      if (open.some(({ role, drawn_at: at }) => role === rule.key && at === null))
        throw new Refused('draw-open')
      const willing = new Set(willingFor(state, await wishesOf(tx, params.circle)))
      const rows = await termsOf(tx, { circle: params.circle })
      const able = [...ruling.candidates.keys()].filter(
        (person) =>
          (!body.willingOnly || willing.has(person)) && !unfitFor(rows, state, person, now),
      )
      if (able.length === 0) throw new Refused('nobody-to-draw')
      const names = await namesOf(tx, able)
      const pool = able.map((person) => ({ person, name: nameIn(names, person) }))
      const opening = {
        ...params,
        roleName: rule.name,
        seats: Math.min(seats, pool.length),
        pool,
        closes: plus(now, body.minutes * MINUTE),
      }
      return { draw: await draws.openDraw(tx, opening, { by: call.caller.person, now }) }
    })
  }),
  serve(api.speakIntoDraw, async (call) => {
    const { params, body, now } = call
    const me = meIn(call.caller)
    await call.transact(async (tx) => {
      const draw = await drawIn(tx, params)
      await holdRole(tx, draw)
      if (draw.drawn_at !== null || now > draw.closes_at) throw new Refused('draw-closed')
      const added = await draws.addWords(tx, draw, body.words, { by: me, now })
      if (!added) throw new Refused('spoken-already')
    })
    return {}
  }),
  serve(api.readDraw, async ({ db, params, caller }) => {
    const file = await draws.publicationOf(db, await drawIn(db, params))
    const names = await namesOf(
      db,
      file.words.map(({ by }) => by),
    )
    return {
      ...file,
      draw: params.draw,
      words: file.words.map((one) => ({ ...one, name: nameIn(names, one.by) })),
      order: redraw(file).order,
      spoke: file.words.some(({ by }) => by === caller.person),
    }
  }),
  serve(api.listDraws, async ({ db, params }) => ({
    draws: (await draws.drawsOf(db, params.circle)).map((draw) => ({
      draw: draw.id,
      role: draw.role_name,
      closes: draw.closes_at,
      drawn: draw.drawn_at !== null,
    })),
  })),
  serve(api.takeDrawFile, async ({ db, params }) => {
    const file = await draws.publicationOf(db, await drawIn(db, params))
    return new Response(`${JSON.stringify(file, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${params.draw}.json"`,
        'cache-control': 'no-store',
      },
    })
  }),
]
