/** What this browser remembers of devices: which ones, and whether to come in unmuted. */
const KEY = 'moothall.devices'

export type Devices = {
  microphone: string
  camera: string
  speaker: string
  /** Come in with the microphone open, and the camera on. */
  speak: boolean
  show: boolean
}

const NONE: Devices = { microphone: '', camera: '', speaker: '', speak: false, show: false }

export function rememberedDevices(): Devices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' ? { ...NONE, ...kept } : NONE
  } catch {
    return NONE
  }
}

export function rememberDevices(devices: Devices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(devices))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
