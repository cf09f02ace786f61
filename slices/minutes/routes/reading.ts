/** Reading minutes: told, the chat by pages, files to take along. */
import { filesFolder } from '#kernel/bytes.ts'
import { type Serving, serve } from '#kernel/serve.ts'
import { namesOf } from '#slices/people/index.ts'
import { exportMinutes } from '../api.ts'
import { readMinutes, readMinutesChat } from '../api.ts'
import { tell } from '../rules/tell.ts'
import { filesBeside } from '../store/beside.ts'
import { handoutBytes } from '../store/handouts.ts'
import { sealsOf } from '../store/sealing.ts'
import { openClaims } from '../store/claims.ts'
import type { Reader } from '#kernel/database.ts'
import { exportBeside } from './export-work.ts'
import { bodyOf, fileAnswer } from './files.ts'
import { facilitates, openChat, openMinutes, type Opened } from './opened.ts'
import { speechIn } from './speaking.ts'

async function claimsFor(db: Reader, { kept, standing }: Opened) {
  if (!facilitates(kept, standing)) return []
  const open = await openClaims(db, kept.id)
  const names = await namesOf(
    db,
    open.map(({ person }) => person),
  )
  return open.map((claim) => ({
    ...claim,
    name: kept.minutes.people.find(({ who }) => who === claim.who)?.name ?? '?',
    by: names.get(claim.person)?.name ?? '?',
  }))
}

const read = serve(readMinutes, async ({ db, params, query, caller }) => {
  const opened = await openMinutes(db, caller, params.minutes)
  const { kept, whole, minutes, me, standing } = opened
  const approved = kept.state === 'approved'
  const mayDecide = facilitates(kept, standing) && caller.person !== null
  const imported = kept.kind === 'chat-file'
  return {
    id: kept.id,
    gathering: kept.gathering,
    circle: kept.circle,
    visibility: kept.visibility,
    publicChat: kept.publicChat,
    state: kept.state,
    imported,
    whole,
    sha256: kept.sha256,
    told: tell(minutes, speechIn(caller.locale, query.zone ?? minutes.zone)),
    chatLines: minutes.chat.lines,
    people: whole
      ? minutes.people.map(({ who, name, kind }) => ({ who, name, guest: kind === 'guest' }))
      : [],
    me,
    unnamed: kept.minutes.people.find(({ who }) => who === me)?.unnamed ?? false,
    may: {
      amend: me !== null && !approved,
      approve: mayDecide && !approved,
      share: mayDecide,
      claim: imported && whole && caller.person !== null,
    },
    claims: await claimsFor(db, opened),
    seals: whole ? await sealsOf(db, kept.id) : [],
  }
})

const chat = serve(readMinutesChat, async ({ db, params, query, caller }) => {
  const opened = await openMinutes(db, caller, params.minutes)
  const { item, after, limit } = query
  const wanted = { item: item === 'none' ? null : item, after, limit: limit + 1 }
  const lines = await openChat(db, opened, wanted)
  const page = lines.slice(0, limit)
  return { lines: page, next: lines.length > limit ? (page.at(-1)?.seq ?? null) : null }
})

/** Above this many lines an export is made beside the event loop. */
const LONG = 2000

const take = serve(exportMinutes, async ({ db, params, query, caller, hall }) => {
  const opened = await openMinutes(db, caller, params.minutes)
  const { minutes, kept, whole } = opened
  const { file } = params
  const { origin, databaseUrl } = hall.config
  const zone = query.zone ?? minutes.zone
  const speech = speechIn(caller.locale, zone)
  const { gathering } = kept
  const beside =
    whole && file === 'minutes.zip' ? await filesBeside(db, { caller, gathering, speech }) : {}
  if (minutes.chat.lines > LONG && databaseUrl) {
    const wish = { id: kept.id, file, whole, locale: caller.locale, zone, origin, beside }
    const source = { url: databaseUrl, files: filesFolder(hall.config) }
    return fileAnswer(file, minutes, await exportBeside(source, wish))
  }
  const handouts = file === 'minutes.zip' ? await handoutBytes(hall.bytes, minutes) : {}
  const taking = { minutes, chat: await openChat(db, opened), speech, origin, handouts, beside }
  return fileAnswer(file, minutes, bodyOf(file, taking, kept.sha256))
})

export const readingServings: readonly Serving[] = [read, chat, take]
