/** A recording as it is heard: the voices with their names, and what the record says beside. */
import { sql } from 'kysely'
import { type Instant, plus, SECOND } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { languagesSpoken } from '#slices/interpretation/index.ts'
import { headingOf } from '#slices/minutes/index.ts'
import { placeIn, type Room, roomAsItIs } from '#slices/room/index.ts'
import { RecordingShown } from '../api.ts'
import { marksOf } from '../rules/marks.ts'
import type { Recording } from '../rules/recording.ts'
import { measure } from '../store/disk.ts'
import { filesOf, recordingOf } from '../store/recordings.ts'

/** Law 4: are the minutes of a gathering approved? */
export async function isSettled(db: Reader, gathering: string): Promise<boolean> {
  return (await headingOf(db, gathering))?.state === 'approved'
}

type Shown = { at: Instant; data: Record<string, unknown> }

async function slidesShown(db: Reader, gathering: string): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select at, coalesce(stands, data) as data from record
    where topic = ${`slides:${gathering}`} and kind in ('slides.shown', 'slides.turned')
    order by seq`.execute(db)
  return rows.map(({ at, data }) => ({ at: new Date(at).toISOString(), data }))
}

/** The voices that can be heard, each with its length; what was just begun and is empty is not. */
export async function voicesIn(db: Reader, data: string, gathering: string, room: Room) {
  const [files, languageOf] = await Promise.all([
    filesOf(db, gathering),
    languagesSpoken(db, gathering),
  ])
  const measured = await Promise.all(
    files.map(async (file) => {
      const found = await measure(data, file)
      if (!found || found.seconds === 0) return []
      const { id, who, started: from } = file
      const { name } = placeIn(room, who)
      return [{ id, who, name, from, language: languageOf(who, from), ...found }]
    }),
  )
  return measured.flat()
}

type Reading = { gathering: string; data: string; who: string | null }

export async function shownTo(db: Reader, { gathering, data, who }: Reading) {
  const [room, recording, settled] = await Promise.all([
    roomAsItIs(db, gathering),
    recordingOf(db, gathering),
    isSettled(db, gathering),
  ])
  const voices = await voicesIn(db, data, gathering, room)
  const nameOf = (one: string) => placeIn(room, one).name
  const marks = marksOf(room, await slidesShown(db, gathering), nameOf)
  const place = who === null ? null : placeIn(room, who)
  return RecordingShown.parse({
    title: room.call?.title ?? '',
    ...spanOf(recording, voices),
    voices,
    marks,
    mine: voices.some((voice) => voice.who === who),
    settled,
    cares: place !== null && place.facilitates && !place.removed,
  })
}

type Long = { from: Instant; seconds: number }

function spanOf({ is, cuts, until, deleted }: Recording, voices: readonly Long[]) {
  const ends = voices.map(({ from, seconds }) => plus(from, seconds * SECOND)).toSorted()
  return { is, cuts, until, deleted, from: voices[0]?.from ?? null, till: ends.at(-1) ?? null }
}
