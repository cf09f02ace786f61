/**
 * What pdf.js fetches for some PDFs, from the hall itself: letters that a PDF does not bring, how
 * East Asian ones are numbered, and readers of rarer kinds of pictures. Named by its version.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const HOME = dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist'))))
const FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs']
/** Scripts inside PDFs are not run here. */
const LEFT_OUT = /quickjs/i

export function besidePdf(): Plugin {
  return {
    name: 'pdf-beside',
    generateBundle() {
      const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'))
      for (const folder of FOLDERS)
        for (const name of readdirSync(join(HOME, folder)).filter((one) => !LEFT_OUT.test(one)))
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf-${version}/${folder}/${name}`,
            source: readFileSync(join(HOME, folder, name)),
          })
    },
  }
}
