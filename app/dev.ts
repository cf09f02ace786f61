/** For `npm run dev`: the web as it is written, changed on the screen as its files change. */
import { fileURLToPath } from 'node:url'
import type { Hall } from '#kernel/hall.ts'
import type { Front } from './front.ts'

const ROOT = fileURLToPath(new URL('../web', import.meta.url))

/** Is it one of the web's own files, or an address that only the server knows? */
function isForVite(path: string): boolean {
  return /^\/(@|src\/|node_modules\/|kit\/|__)|\.(tsx?|css|svg|woff2|po|json)(\?|$)/.test(path)
}

/** Puts Vite before the hall for the web's own files; answers what stops it. */
export async function watchWeb(front: Front, hall: Hall): Promise<() => Promise<void>> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: ROOT,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: front.server } },
  })
  front.before((inner) => (request, response) => {
    if (!isForVite(request.url ?? '/')) return inner(request, response)
    return vite.middlewares(request, response, () => inner(request, response))
  })
  hall.log.info('the web changes on the screen as its files change')
  return () => vite.close()
}
