/** Files listed, added, taken away and taken back. */
import { Refused } from '#kernel/problem.ts'
import { lastSeq } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { addFile, keepHere, listFiles, removeFile } from '../api.ts'
import type { FileId, Holder } from '../rules/keeping.ts'
import { mostFor } from '../rules/quota.ts'
import { fileOf, filesOf, filesOfItems, heldFile, usedBy, usedIn } from '../store/files.ts'
import { fileHolders, readsFile, topicOf } from '../store/holders.ts'
import { holdFile, releaseFile } from '../store/holding.ts'
import { insistOnRoom, keepFile, readyFile } from '../store/keeping.ts'
import { bytesOf, lengthOf, letGo } from './arriving.ts'
import { mayRemove, shownFiles, standingAt } from './showing.ts'

type AtHolder = Pick<Call, 'hall' | 'db' | 'caller'>
const holderIn = (params: { kind: string; holder: string }): Holder => ({
  kind: params.kind,
  id: params.holder,
})

/** As whom the caller adds; refuses `not-allowed` (the policy saw it already, a moment ago). */
async function adderAt({ db, caller }: AtHolder, holder: Holder): Promise<string> {
  const { adds } = await standingAt(db, caller, holder)
  if (adds === null) throw new Refused('not-allowed')
  return adds
}

async function leftFor({ hall, db }: AtHolder, by: string, holder: Holder): Promise<number> {
  const circle = (await fileHolders.at(holder.kind)?.circleOf(db, holder.id)) ?? null
  const own = mostFor(by, hall.config.memberFiles) - (await usedBy(db, by))
  const shared = circle ? hall.config.circleFiles - (await usedIn(db, circle)) : own
  return Math.max(0, Math.min(own, shared))
}

const list = serve(listFiles, async (call) => {
  const { db, caller, params } = call
  const holder = holderIn(params)
  const seq = await lastSeq(db, topicOf(holder))
  const standing = await standingAt(db, caller, holder)
  const { adds } = standing
  const own = await filesOf(db, holder)
  const ofItems = holder.kind === 'gathering' ? await filesOfItems(db, holder.id) : []
  return {
    files: await shownFiles(db, [...own, ...ofItems], standing),
    seq,
    may: { add: adds !== null },
    left: adds === null ? null : await leftFor(call, adds, holder),
  }
})

async function receive(call: Call<typeof addFile>, by: string): Promise<FileId> {
  const { hall, db, params, query, now } = call
  const request = call.http.req.raw
  const holder = holderIn(params)
  const circle = (await fileHolders.at(holder.kind)?.circleOf(db, holder.id)) ?? null
  const keeping = { by, circle, now }
  try {
    const said = lengthOf(request) ?? 0
    await hall.transact((tx) => insistOnRoom(tx, hall, said, keeping))
    await using ready = await readyFile(hall.bytes, bytesOf(request), query.name)
    return await call.transact(async (tx) => {
      const file = await keepFile(tx, hall, ready, keeping)
      await holdFile(tx, { file, holder, by, now })
      return file
    })
  } catch (cause) {
    await letGo(request)
    throw cause
  }
}

const add = serve(addFile, async (call) => {
  const { db, caller, params } = call
  const holder = holderIn(params)
  const id = await receive(call, await adderAt(call, holder))
  const standing = await standingAt(db, caller, holder)
  const added = (await filesOf(db, holder)).filter((file) => file.id === id)
  const [shown] = await shownFiles(db, added, standing)
  if (!shown) throw new Refused('not-found')
  return shown
})

const keep = serve(keepHere, async (call) => {
  const { db, caller, params, now } = call
  const holder = holderIn(params)
  const by = await adderAt(call, holder)
  const file = await fileOf(db, params.file)
  if (!file || !(await readsFile(db, caller, file, by))) throw new Refused('not-found')
  await call.transact((tx) => holdFile(tx, { file: file.id, holder, by, now }))
  return {}
})

async function insistMayRemove({ db, caller }: AtHolder, holder: Holder, file: FileId) {
  const held = await heldFile(db, holder, file)
  const standing = await standingAt(db, caller, holder)
  if (held && !mayRemove(standing, held.held_by)) throw new Refused('not-allowed')
  return standing.adds ?? caller.person
}

const remove = serve(removeFile, async (call) => {
  const { params, now } = call
  const holder = holderIn(params)
  const by = await insistMayRemove(call, holder, params.file)
  await call.transact((tx) => releaseFile(tx, { file: params.file, holder, by, now }))
  return {}
})

export const servings = [list, add, keep, remove]
