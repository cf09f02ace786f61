import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { besidePdf } from './pdf-beside.ts'

export default defineConfig({
  root: import.meta.dirname,
  // The arithmetic of blind signatures asks node for chance, and uses that of the browser.
  resolve: { alias: [{ find: /^crypto$/, replacement: `${import.meta.dirname}/nothing.ts` }] },
  plugins: [react(), lingui(), babel({ presets: [linguiTransformerBabelPreset()] }), besidePdf()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 650,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'router', test: /node_modules\/@tanstack\// },
          ],
        },
      },
    },
  },
})
