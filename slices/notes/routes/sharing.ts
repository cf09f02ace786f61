/** Sharing, locking, approving. */
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { browserFor } from '#kernel/session.ts'
import { enterAsGuest, namesOf, shownName } from '#slices/people/index.ts'
import * as api from '../api.ts'
import { approveNote } from '../store/approving.ts'
import { saveNote } from '../store/changes.ts'
import { cameBy, linksOf, makeLink, nameGuest, revokeLink, shutOut } from '../store/links.ts'
import { noteOf } from '../store/notes.ts'
import { asksName, standingIn } from '../store/standing.ts'
import { heldNote } from './held.ts'

const MOST_LINKS = 50

/** The address of a note for those who came by no account: by its link, or its own when public. */
export const addressFor = (origin: string, word: string): string => `${origin}/n/${word}`

const list = serve(api.listLinks, async ({ params, db, now }) => {
  const [links, came] = await Promise.all([linksOf(db, params.note, now), cameBy(db, params.note)])
  const names = await namesOf(
    db,
    came.map(({ who }) => who),
  )
  return {
    links: links.map(({ id, gives, label, made_at, expires_at, came: count }) => ({
      id,
      gives,
      label,
      madeAt: made_at,
      expiresAt: expires_at,
      came: Number(count),
    })),
    guests: came.flatMap(({ who, gives, came_at, shut_at }) => {
      const name = names.get(who)
      if (!name) return []
      return [{ who, name: shownName(name), gives, cameAt: came_at, shutOut: shut_at !== null }]
    }),
  }
})

const make = serve(api.makeNoteLink, async ({ params, body, caller, now, db, transact, hall }) => {
  const open = await linksOf(db, params.note, now)
  if (open.length >= MOST_LINKS) throw new Refused('too-many-links')
  const { gives, label, days } = body
  return transact(async (tx) => {
    await heldNote(tx, params.note)
    const linking = { note: params.note, gives, label: label ?? '', days }
    const { link, token } = await makeLink(tx, linking, { by: caller.person, now })
    return { link, address: addressFor(hall.config.origin, token) }
  })
})

const revoke = serve(api.revokeNoteLink, async ({ params, caller, now, transact }) =>
  transact(async (tx) => {
    if (!(await revokeLink(tx, params.note, params.link, { by: caller.person, now })))
      throw new Refused('not-found')
    return {}
  }),
)

const shut = serve(api.shutOutOfNote, async ({ params, caller, now, transact }) =>
  transact(async (tx) => {
    if (!(await shutOut(tx, params.note, params.who, { by: caller.person, now })))
      throw new Refused('not-found')
    return {}
  }),
)

const sayName = serve(
  api.sayNameInNote,
  async ({ params, body, caller, now, db, transact, ...call }) => {
    const note = await noteOf(db, params.note)
    if (!note || caller.person) throw new Refused('not-allowed')
    const { who } = await standingIn(db, caller, note)
    if (who === null && !(await asksName(db, caller, note))) throw new Refused('not-allowed')
    const browser = browserFor(call.http, caller, call.hall.config.origin.startsWith('https:'))
    return transact(async (tx) => {
      const guest = await enterAsGuest(tx, { gathering: note.id, browser, name: body.name, now })
      await nameGuest(tx, note.id, browser, guest.id)
      return { who: guest.id, name: shownName(guest) }
    })
  },
)

const publish = serve(api.publishNote, async ({ params, body, caller, now, transact, hall }) =>
  transact(async (tx) => {
    const note = await heldNote(tx, params.note)
    const address = body.public ? addressFor(hall.config.origin, note.id) : null
    if (body.public === (note.public_at !== null)) return { address }
    const kind = body.public ? 'note.published' : 'note.unpublished'
    const set = { public_at: body.public ? now : null }
    await saveNote(tx, note.id, set, [{ kind, data: {} }], { by: caller.person, now })
    return { address }
  }),
)

const lock = serve(api.lockNote, async ({ params, body, caller, now, transact }) =>
  transact(async (tx) => {
    const note = await heldNote(tx, params.note)
    if (note.approved_at) throw new Refused('note-approved')
    if (body.locked === (note.locked_at !== null)) return {}
    const by = { by: caller.person, now }
    const set = body.locked
      ? { locked_at: now, locked_by: caller.person }
      : { locked_at: null, locked_by: null }
    const kind = body.locked ? 'note.locked' : 'note.unlocked'
    await saveNote(tx, note.id, set, [{ kind, data: {} }], by)
    return {}
  }),
)

const approve = serve(api.approveNote, async ({ params, caller, now, transact }) =>
  transact(async (tx) => {
    const { sha256 } = await approveNote(tx, params.note, { by: caller.person, now })
    return { sha256, at: now }
  }),
)

const readApproved = serve(api.readApprovedText, async ({ params, db }) => {
  const note = await noteOf(db, params.note)
  if (!note?.approved_text) throw new Refused('not-found')
  return new Response(note.approved_text, {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
})

export const sharingServings = [
  list,
  make,
  revoke,
  shut,
  sayName,
  publish,
  lock,
  approve,
  readApproved,
]
