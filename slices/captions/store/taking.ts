/** The captions of a gathering as files. */
import type { Reader } from '#kernel/database.ts'
import { placeIn, roomAsItIs } from '#slices/room/index.ts'
import { textOf, vttOf } from '../rules/files.ts'
import { languagesOf, linesOf } from './captions.ts'

const WRITTEN = { vtt: vttOf, txt: textOf } as const
export type Format = keyof typeof WRITTEN

/** The lines of one language, written in a format. */
export async function captionFile(
  db: Reader,
  gathering: string,
  { language, format }: { language: string; format: Format },
): Promise<string> {
  const [found, room] = await Promise.all([
    linesOf(db, gathering, { language }),
    roomAsItIs(db, gathering),
  ])
  const start = room.beganAt ?? room.openedAt ?? found[0]?.from ?? new Date(0).toISOString()
  const nameOf = (who: string) => placeIn(room, who).name
  return WRITTEN[format](found, { language, start, nameOf })
}

/** All of them, by their names: `captions-en.vtt`, `captions-en.txt`. */
export async function captionFiles(db: Reader, gathering: string): Promise<Record<string, string>> {
  const named = (await languagesOf(db, gathering)).flatMap((language) =>
    (['vtt', 'txt'] as const).map((format) => ({ language, format })),
  )
  const files = named.map(async ({ language, format }): Promise<[string, string]> => [
    `captions-${language}.${format}`,
    await captionFile(db, gathering, { language, format }),
  ])
  return Object.fromEntries(await Promise.all(files))
}
