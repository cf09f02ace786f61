/**
 * Runs after `npm ci`: builds the pages, so that the first `npm start` is quick. Never fails the
 * install: what is missing, the start builds or says (app/web-build.ts). Without the tools
 * (`--omit=dev`) there is nothing to do here.
 */
import { build, canBuild, isBuilt } from './build.mjs'

try {
  if (canBuild() && !isBuilt() && !process.env.MOOTHALL_SKIP_BUILD) build()
} catch (cause) {
  process.stderr.write(`The pages were not built: ${cause}\n`)
}
process.exitCode = 0
