/**
 * What HedgeDoc writes into Markdown that is its own.
 *
 * 1. A head in YAML between `---`: the title stands there; the rest is for HedgeDoc alone.
 * 2. A single line break is one, unless the head says `breaks: false`.
 * 3. Boxes (`:::info`) become quotes; `[TOC]`, `###### tags:` and slide marks are left out; embeds
 *    (`{%youtube …%}`) become their address; `==marked==`, `++under++` keep their text.
 * 4. `[name=Ada]` in a quote becomes the name.
 * 5. Nothing inside of a fence of code is touched.
 */
import { parseDocument } from 'yaml'
import { z } from 'zod'
import type { Refusal } from '#kernel/change.ts'
import { type AuthoredNote, leave, type Left, authored } from '../authored.ts'
import { fit, MOST_CHARACTERS, tooLarge } from '../fit.ts'
import { nameLine } from '../tidy.ts'
import { alone, partsOf, type Reading } from './read.ts'

const HEAD = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const Front = z.object({ title: z.unknown(), breaks: z.unknown(), tags: z.unknown() }).partial()

type Split = { front: z.infer<typeof Front>; body: string }

function split(text: string): Split {
  const head = HEAD.exec(text)
  if (!head) return { front: {}, body: text }
  const body = text.slice(head[0].length)
  try {
    const parsed = parseDocument(head[1] ?? '', { merge: false, schema: 'core' })
    const front = Front.safeParse(parsed.toJS({ maxAliasCount: 0 }))
    return { front: front.success ? front.data : {}, body }
  } catch {
    return { front: {}, body }
  }
}

const FENCE = /^\s{0,3}(`{3,}|~{3,})/
const BOX = /^\s{0,3}:::\s*(\w*)/

/** One line outside of code; null leaves it out. */
function plainLine(line: string, left: Left): string | null {
  if (/^\s*\[TOC\]\s*$/i.test(line)) return null
  if (/^#{6}\s+tags:/i.test(line) || /^<!-- .*slide.* -->$/i.test(line.trim())) {
    leave(left, 'tags')
    return null
  }
  return line
    .replaceAll(/\{%(\w+)\s+([^%]{1,500}?)\s*%\}/g, (_, what: string, about: string) => {
      leave(left, 'embeds')
      return embedded(what, about)
    })
    .replaceAll(/(!\[[^\]]{0,500}\]\([^\s)]{1,2000})\s+=\d*x\d*\)/g, '$1)')
    .replaceAll(/\[name=([^\]]{1,120})\]/g, '$1')
    .replaceAll(/\[(?:time|color)=[^\]]{1,120}\]/g, '')
    .replaceAll(/(==|\+\+)(?=\S)([^=+\n]{1,1000}?)\1/g, (_, _sign, words: string) => {
      leave(left, 'marks')
      return words
    })
}

const PLACES: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  gist: 'https://gist.github.com/',
  speakerdeck: 'https://speakerdeck.com/',
}

function embedded(what: string, about: string): string {
  if (/^https?:/.test(about)) return about
  const place = PLACES[what]
  return place ? `${place}${about}` : about
}

function plainBody(body: string, left: Left): string {
  let fence: string | null = null
  let boxes = 0
  return body
    .split(/\r?\n/)
    .flatMap((line) => {
      const mark = FENCE.exec(line)?.[1]
      if (fence ? mark?.startsWith(fence) : mark) fence = fence ? null : (mark ?? null)
      else if (!fence) {
        const box = BOX.exec(line)
        if (box?.[1]) boxes = Math.min(boxes + 1, 8)
        if (box) {
          if (!box[1]) boxes = Math.max(boxes - 1, 0)
          return ['']
        }
        const plain = plainLine(line, left)
        return plain === null ? [] : [`${'> '.repeat(boxes)}${plain}`]
      }
      return [`${'> '.repeat(boxes)}${line}`]
    })
    .join('\n')
}

/** Whether a text begins as HedgeDoc's do. */
export function isHedgeDoc(text: string): boolean {
  return HEAD.test(text)
}

export function readHedgeDoc(text: string, reading: Reading = alone): AuthoredNote | Refusal {
  if (text.length > MOST_CHARACTERS) return tooLarge
  const left: Left = {}
  const { front, body } = split(text.replace(/^\ufeff/, ''))
  if (front.tags) leave(left, 'tags')
  const breaks = front.breaks !== false
  const fitted = fit(partsOf(plainBody(body, left), { ...reading, breaks }, left), left)
  if ('refused' in fitted) return fitted
  return authored(fitted.doc, { left, title: nameLine(front.title) ?? '' })
}
