/** The devices of this machine, and a look at oneself before one is seen. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Trouble } from './callStore.ts'
import type { Devices } from './devices.ts'
import { troubleOf } from './deviceTrouble.ts'

export type Known = {
  microphones: MediaDeviceInfo[]
  cameras: MediaDeviceInfo[]
  speakers: MediaDeviceInfo[]
}

const NONE: Known = { microphones: [], cameras: [], speakers: [] }

async function listed(): Promise<Known> {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  const named = all.filter(({ deviceId }) => deviceId !== '')
  const of = (kind: MediaDeviceKind) => named.filter((one) => one.kind === kind)
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') }
}

/** Devices, named once a permission was given: `again` reads them anew, and so does a plug. */
export function useKnownDevices(): { known: Known; again: () => void } {
  const [known, setKnown] = useState(NONE)
  const again = useCallback(
    () =>
      void listed().then(setKnown, () => {
        setKnown(NONE)
      }),
    [],
  )
  useEffect(() => {
    again()
    navigator.mediaDevices?.addEventListener('devicechange', again)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', again)
  }, [again])
  return { known, again }
}

export type Look = { level: number; trouble: Trouble | null }

/** Opens what was chosen, for oneself alone: the picture into an element, the sound into a level. */
export function useLook(
  { speak, show, microphone, camera }: Devices,
  video: React.RefObject<HTMLVideoElement | null>,
  onOpen: () => void,
): Look {
  const [look, setLook] = useState<Look>({ level: 0, trouble: null })
  const over = useRef(false)
  useEffect(() => {
    over.current = false
    if (!speak && !show) return undefined
    let stop = () => {}
    void open({ speak, show, microphone, camera }, video.current, (level) =>
      setLook((before) => ({ ...before, level })),
    ).then(
      (end) => {
        stop = end
        if (over.current) end()
        else {
          setLook((before) => ({ ...before, trouble: null }))
          onOpen()
        }
      },
      (cause: unknown) => setLook((before) => ({ ...before, trouble: troubleOf(cause) })),
    )
    return () => {
      over.current = true
      stop()
    }
  }, [speak, show, microphone, camera, video, onOpen])
  return speak || show ? look : { level: 0, trouble: null }
}

type Chosen = Pick<Devices, 'speak' | 'show' | 'microphone' | 'camera'>

async function open(
  { speak, show, microphone, camera }: Chosen,
  video: HTMLVideoElement | null,
  hear: (level: number) => void,
): Promise<() => void> {
  if (!navigator.mediaDevices) throw new DOMException('no devices', 'NotFoundError')
  const of = (wanted: boolean, deviceId: string) => wanted && (deviceId ? { deviceId } : true)
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: of(speak, microphone),
    video: of(show, camera),
  })
  if (video) video.srcObject = show ? stream : null
  const quiet = speak ? measure(stream, hear) : () => {}
  return () => {
    quiet()
    if (video) video.srcObject = null
    for (const track of stream.getTracks()) track.stop()
  }
}

/** How loud it is, from 0 to 1, ten times a second. */
function measure(stream: MediaStream, hear: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const wave = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(wave)
    const energy = wave.reduce((sum, one) => sum + one * one, 0) / wave.length
    hear(Math.min(1, Math.sqrt(energy) * 4))
  }, 100)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

/** Half a second of a quiet tone from the loudspeaker that was chosen. */
export async function playTestSound(speaker: string): Promise<void> {
  const context = new AudioContext()
  if (speaker && 'setSinkId' in context && typeof context.setSinkId === 'function')
    await context.setSinkId(speaker)
  const tone = context.createOscillator()
  const volume = context.createGain()
  volume.gain.value = 0.1
  tone.connect(volume).connect(context.destination)
  tone.addEventListener('ended', () => void context.close())
  tone.start()
  tone.stop(context.currentTime + 0.5)
}
