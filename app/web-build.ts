/** The built web: what `npm ci` normally leaves behind; made now when it is missing. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { StartError } from '#kernel/start-error.ts'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Builds the pages when there are none; says so, since it takes some seconds. */
export async function buildMissing(say: (line: string) => void): Promise<void> {
  if (existsSync(at('dist/web/index.html')) || !existsSync(at('web/index.html'))) return
  if (!existsSync(at('node_modules/vite'))) {
    throw new StartError(
      'The web pages are not built, and what builds them is not installed: run npm ci && npm run build.',
    )
  }
  say('Building the web pages, once …')
  const build = spawn(process.execPath, [at('scripts/build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(build, 'exit')
  if (code !== 0)
    throw new StartError('The web pages could not be built: run npm run build to see why.')
}
