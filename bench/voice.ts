/**
 * From "Join and listen" to the first frame of somebody else, ten times; beside it LiveKit's own
 * client on the same media server, with nothing of ours between.
 */
import { tokenFor } from '#slices/voices/store/calls.ts'
import { quantiles } from './load/figures.ts'
import type { Measured } from './load/measured.ts'
import { joinAndSee, leaveSound, openSound, vanillaSees } from './load/sound.ts'

const TIMES = 10
const MORE_MS = 100

export async function run(): Promise<Measured> {
  await using sound = await openSound()
  const { scene } = sound.evening
  const at = scene.test.hall.media.at()
  if (!at) throw new Error('the media server went away')
  // Whoever is not in the room is shown out of the call at once, whatever client they use.
  const { who, name } = await scene.comesIn(sound.evening.joost)
  await scene.listens(sound.evening.joost)
  const { gathering } = scene
  const ours: number[] = []
  const theirs: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    ours.push(await joinAndSee(sound.listener.page))
    await leaveSound(sound.listener.page)
    const token = await tokenFor(at, { gathering, who, name, sends: [] })
    theirs.push(await vanillaSees(sound.vanilla, at.url, token))
  }
  const [here, there] = [quantiles(ours), quantiles(theirs)]
  return {
    figures: { p50: here.p50, p95: here.p95, most: here.most },
    reference: { p50: there.p50, p95: there.p95, most: there.most },
    judged: [{ wish: 'p50 <= vanilla + 100 ms', reached: here.p50 <= there.p50 + MORE_MS }],
  }
}
