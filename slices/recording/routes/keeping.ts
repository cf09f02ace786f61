/**
 * Keeping what is recorded to what was ruled: begins, tells and ends the recorder of each gathering,
 * now after an entry and every few seconds besides, so that one that died is begun again.
 */
import { mkdir, statfs } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import type { Hall } from '#kernel/hall.ts'
import type { Timer } from '#kernel/slice.ts'
import { makeCall, recorderToken } from '#slices/voices/index.ts'
import { recordedNow, type Why } from '../rules/recording.ts'
import { bytesIn } from '../store/disk.ts'
import { addFile, goingNow, holds, recordingOf, stopItself } from '../store/recordings.ts'
import { type Recorder, startRecorder } from '../store/recorders.ts'
import { folderOf, topicOf } from '../store/tables.ts'

/** A recording takes this much at most, and leaves this much of the disk to everything else. */
const MOST_BYTES = 4 * 1024 ** 3
const LEFT_BYTES = 1024 ** 3
/** It is given up when it ended so often in a row, without a file between. */
const MOST_FAILURES = 5

type Running = { recorder: Recorder | null; failures: number; busy: Promise<void> }
type Node = { holder: string; missing: boolean; running: Map<string, Running> }
const nodes = new WeakMap<Hall, Node>()

function nodeOf(hall: Hall): Node {
  const node = nodes.get(hall) ?? { holder: randomUUID(), missing: false, running: new Map() }
  nodes.set(hall, node)
  return node
}

/** Can this node record: is there sound, and was the recorder not found missing? */
export const canRecord = (hall: Hall): boolean => hall.media.at() !== null && !nodeOf(hall).missing

/** Stops it by itself, and says why. */
async function stop(hall: Hall, gathering: string, why: Why): Promise<void> {
  const now = hall.clock.now()
  await hall.transact((tx) => stopItself(tx, gathering, why, now), topicOf(gathering))
}

async function isFull(hall: Hall, gathering: string): Promise<boolean> {
  const folder = folderOf(hall.config.data, gathering)
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < LEFT_BYTES || (await bytesIn(folder)) > MOST_BYTES
}

function start(hall: Hall, gathering: string, one: Running): Recorder {
  const node = nodeOf(hall)
  const fails = (cause: unknown) => hall.log.error('what was recorded could not be kept', cause)
  return startRecorder({
    heard(word) {
      if (word.say === 'missing') {
        node.missing = true
        hall.log.info('nothing can be recorded: @livekit/rtc-node has no library for this machine')
        void stop(hall, gathering, 'failed').catch(fails)
        return
      }
      one.failures = 0
      const { id, who, track, started } = word
      const file = { id, gathering, who, track, started }
      void hall.transact((tx) => addFile(tx, file)).catch(fails)
    },
    ended(ill) {
      one.recorder = null
      if (ill) one.failures += 1
    },
  })
}

async function keepOnce(hall: Hall, gathering: string, one: Running): Promise<void> {
  const recording = await recordingOf(hall.db, gathering)
  const whos = recordedNow(recording)
  if (recording.is !== 'on') {
    one.failures = 0
    return one.recorder?.tell({ say: 'end' })
  }
  const { holder } = nodeOf(hall)
  const now = hall.clock.now()
  if (!(await hall.transact((tx) => holds(tx, gathering, { holder, now })))) return
  if (await isFull(hall, gathering)) return stop(hall, gathering, 'full')
  if (one.failures >= MOST_FAILURES) return stop(hall, gathering, 'failed')
  const at = hall.media.at()
  if (!at) return
  const { recorder } = one
  if (recorder) {
    if (recorder.whos !== whos.join()) recorder.tell({ say: 'whos', whos })
  } else {
    await makeCall(at, gathering)
    const token = await recorderToken(at, gathering)
    const folder = folderOf(hall.config.data, gathering)
    one.recorder = start(hall, gathering, one)
    one.recorder.tell({ say: 'begin', url: at.url.replace(/^http/, 'ws'), token, folder, whos })
  }
  if (one.recorder) one.recorder.whos = whos.join()
}

/** Brings the recorder of a gathering to what was ruled; one after the other. */
export function keepRecorder(hall: Hall, gathering: string): Promise<void> {
  const { running } = nodeOf(hall)
  const one = running.get(gathering) ?? { recorder: null, failures: 0, busy: Promise.resolve() }
  running.set(gathering, one)
  one.busy = one.busy
    .then(() => keepOnce(hall, gathering, one))
    .catch((cause: unknown) => hall.log.error('the recorder could not be told', cause))
  return one.busy
}

const TOPIC = /^recording:(gth_\w+)$/

/** Listens for as long as the hall lives. */
export function followRecordings(hall: Hall): void {
  hall.live.hear(({ entry }) => {
    const gathering = entry && TOPIC.exec(entry.topic)?.[1]
    if (gathering) void keepRecorder(hall, gathering)
  })
  hall.media.hear(({ is }) => {
    if (is === 'ready') void keepAll(hall)
  })
}

async function keepAll(hall: Hall): Promise<void> {
  const known = [...nodeOf(hall).running].filter(([, { recorder }]) => recorder)
  const going = new Set([...(await goingNow(hall.db)), ...known.map(([gathering]) => gathering)])
  for (const gathering of going) await keepRecorder(hall, gathering)
}

/** One that died, or was never told, is found again. */
export const lookAfter: Timer = { name: 'recording.keep', everySeconds: 5, run: keepAll }
