/** The running order as a picture: two lanes. */
import { type Markup, markup } from './markup.ts'
import type { Speech } from './speech.ts'
import type { Lane, Told } from './told.ts'

const WIDTH = 524

function lane(lanes: readonly Lane[], whole: number, y: number, name: string): Markup {
  const x = (minutes: number) => (minutes / whole) * WIDTH
  const boxes = lanes.map(({ number, pause, from, till }) => {
    const width = Math.max(1, x(till) - x(from) - 3)
    return markup`<rect class="${name}${pause ? ' pause' : ''}" x="${x(from) + 0.5}" y="${y}" width="${width}" height="20"/>${
      width > 12
        ? markup`<text x="${x(from) + width / 2}" y="${y + 14.5}" text-anchor="middle">${number}</text>`
        : null
    }`
  })
  return markup`${boxes}`
}

export function order({ lanes }: Told, say: Speech['say']): Markup | null {
  if (!lanes) return null
  const rows = lanes.planned.length > 0
  return markup`<div><dt>${say(orderPhrases.order)}</dt><dd><svg class="lanes" viewBox="0 0 ${WIDTH + 2} ${rows ? 92 : 44}" aria-hidden="true">${
    rows
      ? markup`<text x="0" y="12">${say(orderPhrases.planned)}</text>${lane(lanes.planned, lanes.minutes, 18.5, 'plan')}`
      : null
  }<text x="0" y="${rows ? 60 : 12}">${say(orderPhrases.held)}</text>${lane(lanes.held, lanes.minutes, rows ? 66.5 : 18.5, 'real')}</svg></dd></div>`
}

const orderPhrases = {
  order: /*i18n*/ { id: 'minutes.order', message: 'Running order' },
  planned: /*i18n*/ { id: 'minutes.as-planned', message: 'planned' },
  held: /*i18n*/ { id: 'minutes.as-held', message: 'as it went' },
}
