/** Reading PDF in the browser: loaded when slides are shown, with all it needs from the hall itself. */
import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
// The linter does not know that Vite answers the address of a file.
// oxlint-disable-next-line import/default
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker
/** Letters and pictures of PDFs that bring none of their own; `vite.config.ts` puts them there. */
const BESIDE = `/assets/pdf-${version}/`
/** The most pixels of a page: a screen of 4096 x 4096. */
const MOST_PIXELS = 16_777_216

export type Box = { width: number; height: number; ratio: number }
export type Deck = {
  pages: number
  /** Draws a page as sharply as the box can show it; answers its size in CSS pixels. */
  draw(page: number, canvas: HTMLCanvasElement, box: Box, signal: AbortSignal): Promise<void>
  /** The words of a page, line by line. */
  words(page: number): Promise<string[]>
  close(): void
}

/** Throws what `deckTrouble` names. */
export async function openPdf(url: string): Promise<Deck> {
  const loading = getDocument({
    url,
    cMapUrl: `${BESIDE}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${BESIDE}standard_fonts/`,
    wasmUrl: `${BESIDE}wasm/`,
    iccUrl: `${BESIDE}iccs/`,
    verbosity: 0,
  })
  const pdf = await loading.promise
  return {
    pages: pdf.numPages,
    draw: (page, canvas, box, signal) => draw(pdf, page, canvas, box, signal),
    words: (page) => words(pdf, page),
    close: () => void loading.destroy(),
  }
}

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  box: Box,
  signal: AbortSignal,
): Promise<void> {
  const page = await pdf.getPage(number)
  if (signal.aborted) return
  const { width, height } = page.getViewport({ scale: 1 })
  const fit = Math.min(box.width / width, box.height / height)
  const most = Math.sqrt(MOST_PIXELS / (width * height))
  const viewport = page.getViewport({ scale: Math.min(fit * box.ratio, most) })
  // Drawn beside and put in when whole, so that no page flickers.
  const fresh = document.createElement('canvas')
  fresh.width = Math.round(viewport.width)
  fresh.height = Math.round(viewport.height)
  const task = page.render({ canvas: fresh, viewport })
  signal.addEventListener('abort', () => task.cancel())
  await task.promise.catch(() => {})
  if (signal.aborted) return
  canvas.width = fresh.width
  canvas.height = fresh.height
  canvas.style.inlineSize = `${Math.floor(width * fit)}px`
  canvas.style.blockSize = `${Math.floor(height * fit)}px`
  canvas.getContext('2d')?.drawImage(fresh, 0, 0)
}

async function words(pdf: PDFDocumentProxy, number: number): Promise<string[]> {
  const { items } = await (await pdf.getPage(number)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
  return text
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
