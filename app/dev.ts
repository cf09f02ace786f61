/** For `npm run dev`: the web as it is written, changed on the screen as its files change. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Front } from './front.ts'

const WEB = fileURLToPath(new URL('../web', import.meta.url))

export type Dev = {
  /** The page of the app, as Vite wants it. */
  page(path: string): Promise<string>
  /** Puts Vite before the hall, for all but the API. */
  stepIn(): void
  close(): Promise<void>
}

/** Makes Vite ready on our own server. */
export async function watchWeb(front: Front): Promise<Dev> {
  process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1'
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: WEB,
    configFile: `${WEB}/vite.config.ts`,
    // Else Vite writes a copy of its settings to import it, and `node --watch` starts anew for that.
    configLoader: 'native',
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: front.server } },
  })
  return {
    page: async (path) =>
      vite.transformIndexHtml(path, await readFile(`${WEB}/index.html`, 'utf8')),
    stepIn: () =>
      front.before((inner) => (request, response) => {
        if (request.url?.startsWith('/api/')) return inner(request, response)
        return vite.middlewares(request, response, () => inner(request, response))
      }),
    close: () => vite.close(),
  }
}
