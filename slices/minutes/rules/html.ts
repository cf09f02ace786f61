/** Minutes as one sheet of HTML, to read, to print and to keep. No script. */
import type { ChatLine } from './document.ts'
import { linked, type Markup, markup, when } from './markup.ts'
import { phrases } from './phrases.ts'
import type { Speech } from './speech.ts'
import type { Told, ToldItem } from './told.ts'
import { order } from './html-lanes.ts'
import { poll } from './html-poll.ts'
import { lineOf } from './html-chat.ts'
import { actions, amendments, files, handouts, links, short, spoke } from './html-parts.ts'

export type Showing = {
  /** Lines of an item, or of none; perhaps only the first. */
  chatOf: ChatOf
  /** Of sealed minutes. */
  sha256: string | null
  /** Where the rest of a long chat is. */
  wholeChat?: string
}

export type ChatOf = (item: string | null) => readonly ChatLine[]

/** What stood in the notes: safe HTML already. */
function noted(note: ToldItem['note']): Markup | null {
  return when(note, () => ({ html: `<div class="noted" dir="auto">${note?.html ?? ''}</div>` }))
}

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
  )}${noted(told.note)}${handouts(told.files, wholeChat !== undefined)}${told.announcements.map(
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

/** The sheet: what goes between the tags of a page's body. */
export function sheetOf(told: Told, speech: Speech, showing: Showing): Markup {
  const { sha256 } = showing
  return markup`<article class="sheet minutes"><header class="sheet-head"><p class="state"><span class="tag ${told.state}">${told.stateWord}</span> <span>${told.of}</span></p><h1>${told.title}</h1>${when(
    told.purpose,
    () => markup`<p class="lede words">${told.purpose}</p>`,
  )}</header>${short(told, speech)}<dl class="facts">${told.facts.map(
    ({ label, text }) => markup`<div><dt>${label}</dt><dd>${text}</dd></div>`,
  )}${order(told, speech.say)}</dl>${told.items.map((one) => item(one, speech, showing))}${when(
    told.note,
    () =>
      markup`<section class="part" id="notes"><h2>${speech.say(phrases.notes)}</h2>${noted(told.note)}</section>`,
  )}${actions(told, speech)}${spoke(
    told,
    speech,
  )}${links(told, speech)}${files(told, speech, showing.wholeChat !== undefined)}${amendments(told, speech)}<footer class="seal">${told.seal.map(
    (text) => markup`<p>${text}</p>`,
  )}${when(sha256, () => markup`<p class="hash"><span>sha-256</span> <code>${sha256}</code></p>`)}</footer></article>`
}
