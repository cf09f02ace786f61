/**
 * The browser for the browser tests: CHROMIUM if it is set, else one of the system, else by apt-get
 * where this user may. Answers its path, or null after saying how to get one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

function found() {
  return [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path)) ?? null
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore', timeout: 180_000 }).status === 0
  )
}

export function findChromium() {
  const path = found()
  if (path) return path
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No Chromium here: installing it by apt-get …\n')
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) return found()
  }
  process.stdout.write(
    'No Chromium: the browser tests are left out. Install it (apt-get install chromium) or set CHROMIUM to its path.\n',
  )
  return null
}
