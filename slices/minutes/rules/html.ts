/** Minutes as one sheet of HTML, to read, to print and to keep. No script. */
import type { ChatLine } from './document.ts'
import { linked, type Markup, markup, when } from './markup.ts'
import { phrases } from './phrases.ts'
import { type Speech, timeOf } from './speech.ts'
import { readable } from './tell-facts.ts'
import type { Lane, Told, ToldItem, ToldPoll } from './told.ts'

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

function order({ lanes }: Told, say: Speech['say']): Markup | null {
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

function poll({ question, about, rows, words }: ToldPoll): Markup {
  const percent = (part: number) => `${Math.round(part * 1000) / 10}%`
  return markup`<div class="polled"><p><b>${question}</b> <span>${about}</span></p><dl>${rows.map(
    ({ label, count, part }) =>
      markup`<div><dt>${label}</dt><dd class="bar"><svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect width="${percent(part).replace('%', '')}" height="12"/></svg></dd><dd>${count}</dd></div>`,
  )}</dl>${when(words.length > 0, () => markup`<ul>${words.map((word) => markup`<li>${word}</li>`)}</ul>`)}</div>`
}

const SAID_STATES = {
  withdrawn: phrases.withdrawn,
  hidden: phrases.hidden,
  erased: phrases.lineErased,
} as const
const MARKS = { corrected: phrases.corrected, edited: phrases.edited } as const

function lineOf(line: ChatLine, speech: Speech): Markup {
  const { state } = line
  const gone = state === 'withdrawn' || state === 'hidden' || state === 'erased'
  const mark = state === 'corrected' || state === 'edited' ? speech.say(MARKS[state]) : ''
  const reactions = line.reactions.map(({ emoji, count }) => `${emoji} ${count}`).join(' ')
  return markup`<li id="l${line.seq}"><time datetime="${line.at}">${timeOf(line.at, speech)}</time><p><bdi>${readable(line.name, speech)}</bdi> ${
    gone
      ? markup`<i>${speech.say(SAID_STATES[state])}</i>`
      : markup`<span class="words" dir="auto">${linked(readable(line.text, speech))}</span>`
  }${when(mark || reactions, () => markup` <small>${[mark, reactions].filter(Boolean).join(' ')}</small>`)}</p></li>`
}

export type Showing = {
  /** Lines of an item, or of none; perhaps only the first. */
  chatOf: ChatOf
  /** Of sealed minutes. */
  sha256: string | null
  /** Where the rest of a long chat is. */
  wholeChat?: string
}
export type ChatOf = (item: string | null) => readonly ChatLine[]

function item(told: ToldItem, speech: Speech, { chatOf, wholeChat }: Showing): Markup {
  const lines = chatOf(told.id)
  const rest = told.chatLines - lines.length
  const place = told.number ? `i${told.number}` : 'between'
  return markup`<section class="item${told.kind === 'break' ? ' pause' : ''}" id="${place}"><p class="when">${when(
    told.time,
    () => markup`<time>${told.time}</time>`,
  )}${told.lengths.map((one) => markup`<span>${one}</span>`)}</p><div><h2>${when(
    told.number,
    () => markup`<span class="num">${told.number}</span> `,
  )}${told.title}</h2>${when(told.by, () => markup`<p class="by"><bdi>${told.by}</bdi></p>`)}${when(
    told.notes,
    () => markup`<p class="words" dir="auto">${linked(told.notes)}</p>`,
  )}${told.announcements.map(
    ({ text, about }) => markup`<p class="said">${linked(text)} <small>${about}</small></p>`,
  )}${told.polls.map(poll)}${told.decisions.map(
    ({ id, ref, text }) =>
      markup`<div class="decided" id="${id}"><p class="how"><b>${ref}</b> ${speech.say(phrases.decided)}</p><p class="words" dir="auto">${linked(text)}</p></div>`,
  )}${when(
    lines.length > 0,
    () =>
      markup`<details class="chat"><summary>${told.chat}</summary><ol>${lines.map((line) => lineOf(line, speech))}</ol>${when(
        rest > 0 && wholeChat,
        () =>
          markup`<p><a href="${wholeChat ?? ''}">${speech.say(phrases.otherLines, { count: rest })}</a></p>`,
      )}</details>`,
  )}</div></section>`
}

function actions({ actions: all }: Told, { say }: Speech): Markup | null {
  return when(
    all.length > 0,
    () =>
      markup`<section class="part" id="actions"><h2>${say(phrases.actions)}</h2><table class="ruled"><thead><tr><th>${say(phrases.what)}</th><th>${say(phrases.who)}</th><th>${say(phrases.by)}</th></tr></thead><tbody>${all.map(
        ({ what, who, by }) =>
          markup`<tr><td>${linked(what)}</td><td><bdi>${who}</bdi></td><td>${by}</td></tr>`,
      )}</tbody></table></section>`,
  )
}

function spoke(told: Told, { say }: Speech): Markup | null {
  return when(
    told.spoke.length > 0,
    () =>
      markup`<section class="part"><h2>${say(phrases.spoke)}</h2><p class="note">${told.spokeNote}</p><table class="spoke"><tbody>${told.spoke.map(
        ({ name, time, part }) =>
          markup`<tr><th scope="row"><bdi>${name}</bdi></th><td><svg viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(part * 2400) / 10}" height="12"/></svg></td><td class="num">${time}</td></tr>`,
      )}</tbody></table></section>`,
  )
}

function links(told: Told, { say }: Speech): Markup | null {
  return when(
    told.links.length > 0,
    () =>
      markup`<section class="part" id="links"><h2>${say(phrases.links)}</h2><ul class="linked">${told.links.map(
        ({ address, said }) => markup`<li>${linked(address)} <span>${said}</span></li>`,
      )}</ul></section>`,
  )
}

function amendments(told: Told, { say }: Speech): Markup | null {
  return when(
    told.amendments.length > 0,
    () =>
      markup`<section class="part" id="amendments"><h2>${say(phrases.amendments)}</h2><ol class="amendments">${told.amendments.map(
        ({ ref, text }) =>
          markup`<li id="${ref}"><b>${ref}</b> <span class="words">${text}</span></li>`,
      )}</ol></section>`,
  )
}

function short(told: Told, { say }: Speech): Markup | null {
  return when(
    told.short.length > 0,
    () =>
      markup`<section class="outcomes"><h2>${say(phrases.inShort)}</h2><ol>${told.short.map(
        ({ ref, href, text }) => markup`<li><a href="${href}">${ref}</a><p>${text}</p></li>`,
      )}</ol></section>`,
  )
}

/** The sheet: what goes between the tags of a page's body. */
export function sheetOf(told: Told, speech: Speech, showing: Showing): Markup {
  const { sha256 } = showing
  return markup`<article class="sheet minutes"><header class="sheet-head"><p class="state"><span class="tag ${told.state}">${told.stateWord}</span> <span>${told.of}</span></p><h1>${told.title}</h1>${when(
    told.purpose,
    () => markup`<p class="lede words">${told.purpose}</p>`,
  )}</header>${short(told, speech)}<dl class="facts">${told.facts.map(
    ({ label, text }) => markup`<div><dt>${label}</dt><dd>${text}</dd></div>`,
  )}${order(told, speech.say)}</dl>${told.items.map((one) => item(one, speech, showing))}${actions(told, speech)}${spoke(
    told,
    speech,
  )}${links(told, speech)}${amendments(told, speech)}<footer class="seal">${told.seal.map(
    (text) => markup`<p>${text}</p>`,
  )}${when(sha256, () => markup`<p class="hash"><span>sha-256</span> <code>${sha256}</code></p>`)}</footer></article>`
}
