/** Sharing a note by links and with everybody; locking it; approving it. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { GIVES } from '../rules/links.ts'
import { one } from './shapes.ts'

const LinkId = idOf('nlk', 'a link')
const Gives = z.enum(GIVES)

export const listLinks = operation({
  method: 'GET',
  path: '/notes/{note}/links',
  summary: 'The links of a note that still let in, and who came by them',
  who: 'keeps-note',
  params: one,
  output: z.object({
    links: z.array(
      z.object({
        id: LinkId,
        gives: Gives,
        label: z.string(),
        madeAt: InstantSchema,
        expiresAt: InstantSchema.nullable(),
        came: z.int(),
      }),
    ),
    guests: z.array(
      z.object({
        who: z.string(),
        name: z.string(),
        gives: Gives,
        cameAt: InstantSchema,
        shutOut: z.boolean(),
      }),
    ),
  }),
})

export const makeNoteLink = operation({
  method: 'POST',
  path: '/notes/{note}/links',
  summary: 'Make a link to a note; its address is shown only now',
  who: 'keeps-note',
  params: one,
  body: z.object({
    gives: Gives,
    label: line(80).nullable().default(null).meta({ description: 'For whom it is' }),
    days: z.int().min(1).max(366).nullable().default(30),
  }),
  output: z.object({ link: LinkId, address: z.string() }),
  refusals: ['too-many-links', 'not-found'],
  limit: { count: 60, seconds: 3600 },
})

export const revokeNoteLink = operation({
  method: 'DELETE',
  path: '/notes/{note}/links/{link}',
  summary: 'Take a link back; it lets in nobody any more',
  who: 'keeps-note',
  params: one.extend({ link: LinkId }),
  refusals: ['not-found'],
})

export const shutOutOfNote = operation({
  method: 'DELETE',
  path: '/notes/{note}/guests/{who}',
  summary: 'Shut somebody out who came by a link',
  who: 'keeps-note',
  params: one.extend({ who: z.string().regex(/^(gst|per)_\w{1,60}$/) }),
  refusals: ['not-found'],
})

export const sayNameInNote = operation({
  method: 'POST',
  path: '/notes/{note}/name',
  summary: 'Say your name, to write in a note that you came to by a link',
  who: 'reads-note',
  params: one,
  body: z.object({ name: line(80) }),
  output: z.object({ who: z.string(), name: z.string() }),
  refusals: ['not-allowed'],
  limit: { count: 20, seconds: 3600 },
})

export const publishNote = operation({
  method: 'PUT',
  path: '/notes/{note}/public',
  summary: 'Let everybody read a note at its public address, or no longer',
  who: 'keeps-note',
  params: one,
  body: z.object({ public: z.boolean() }),
  output: z.object({ address: z.string().nullable() }),
  refusals: ['not-found'],
})

export const lockNote = operation({
  method: 'PUT',
  path: '/notes/{note}/lock',
  summary: 'Lock a note: it is read and commented, not written in; or unlock it',
  who: 'keeps-note',
  params: one,
  body: z.object({ locked: z.boolean() }),
  refusals: ['note-approved', 'not-found'],
})

export const approveNote = operation({
  method: 'POST',
  path: '/notes/{note}/approval',
  summary: 'Approve a note: its text is frozen for good, with its sha-256',
  who: 'keeps-note',
  params: one,
  output: z.object({ sha256: z.string(), at: InstantSchema }),
  refusals: ['note-approved', 'not-found'],
})

export const readApprovedText = operation({
  method: 'GET',
  path: '/notes/{note}/approval',
  summary: 'The approved text of a note, canonical JSON, as its sha-256 covers it',
  who: 'reads-note',
  params: one,
  produces: 'application/json',
  refusals: ['not-found'],
})
