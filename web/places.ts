/** The places, ways and parts of all slices: the web's counterpart of app/slices.ts. */
import * as breakouts from '#slices/breakouts/web/index.ts'
import * as captions from '#slices/captions/web/index.ts'
import * as circles from '#slices/circles/web/index.ts'
import * as constitutions from '#slices/constitutions/web/index.ts'
import * as decisions from '#slices/decisions/web/index.ts'
import * as files from '#slices/files/web/index.ts'
import * as gatherings from '#slices/gatherings/web/index.ts'
import * as hall from '#slices/hall/web/index.ts'
import * as interpretation from '#slices/interpretation/web/index.ts'
import * as membrane from '#slices/membrane/web/index.ts'
import * as minutes from '#slices/minutes/web/index.ts'
import * as motions from '#slices/motions/web/index.ts'
import * as notes from '#slices/notes/web/index.ts'
import * as people from '#slices/people/web/index.ts'
import * as polls from '#slices/polls/web/index.ts'
import * as recording from '#slices/recording/web/index.ts'
import * as roles from '#slices/roles/web/index.ts'
import * as room from '#slices/room/web/index.ts'
import * as slides from '#slices/slides/web/index.ts'
import * as standing from '#slices/standing/web/index.ts'
import * as threads from '#slices/threads/web/index.ts'
import * as voices from '#slices/voices/web/index.ts'
import { offerParts, type Part } from './kit/Parts.tsx'
import type { Place, Way } from './kit/places.ts'

type Brought = { places: readonly Place[]; ways?: readonly Way[]; parts?: readonly Part[] }
const slices: readonly Brought[] = [
  people,
  circles,
  files,
  notes,
  constitutions,
  membrane,
  roles,
  standing,
  threads,
  decisions,
  gatherings,
  polls,
  room,
  voices,
  slides,
  captions,
  breakouts,
  interpretation,
  motions,
  minutes,
  recording,
  hall,
]

export const places: readonly Place[] = slices.flatMap((slice) => slice.places)
export const ways: readonly Way[] = slices.flatMap(({ ways: given = [] }) => given)
offerParts(slices.flatMap(({ parts: given = [] }) => given))
