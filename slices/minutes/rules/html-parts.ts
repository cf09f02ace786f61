/** What stands before and after the items, as HTML. */
import { linked, type Markup, markup, when } from './markup.ts'
import { phrases } from './phrases.ts'
import type { Speech } from './speech.ts'
import type { Told, ToldFile } from './told.ts'

export function actions({ actions: all }: Told, { say }: Speech): Markup | null {
  return when(
    all.length > 0,
    () =>
      markup`<section class="part" id="actions"><h2>${say(phrases.actions)}</h2><table class="ruled"><thead><tr><th>${say(phrases.what)}</th><th>${say(phrases.who)}</th><th>${say(phrases.by)}</th></tr></thead><tbody>${all.map(
        ({ what, who, by }) =>
          markup`<tr><td>${linked(what)}</td><td><bdi>${who}</bdi></td><td>${by}</td></tr>`,
      )}</tbody></table></section>`,
  )
}

export function spoke(told: Told, { say }: Speech): Markup | null {
  return when(
    told.spoke.length > 0,
    () =>
      markup`<section class="part"><h2>${say(phrases.spoke)}</h2><p class="note">${told.spokeNote}</p><table class="spoke"><tbody>${told.spoke.map(
        ({ name, time, part }) =>
          markup`<tr><th scope="row"><bdi>${name}</bdi></th><td><svg viewBox="0 0 240 12" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(part * 2400) / 10}" height="12"/></svg></td><td class="num">${time}</td></tr>`,
      )}</tbody></table></section>`,
  )
}

export function links(told: Told, { say }: Speech): Markup | null {
  return when(
    told.links.length > 0,
    () =>
      markup`<section class="part" id="links"><h2>${say(phrases.links)}</h2><ul class="linked">${told.links.map(
        ({ address, said }) => markup`<li>${linked(address)} <span>${said}</span></li>`,
      )}</ul></section>`,
  )
}

/** Handouts, of an item or of the whole; as links where the page stands in the hall. */
export function handouts(given: readonly ToldFile[], linkTo: boolean): Markup | null {
  return when(
    given.length > 0,
    () =>
      markup`<ul class="linked">${given.map(
        ({ id, name, about }) =>
          markup`<li>${linkTo ? markup`<a href="/files/${id}"><bdi>${name}</bdi></a>` : markup`<bdi>${name}</bdi>`} <span>${about}</span></li>`,
      )}</ul>`,
  )
}

export function files(told: Told, { say }: Speech, linkTo: boolean): Markup | null {
  return when(
    told.files.length > 0,
    () =>
      markup`<section class="part" id="files"><h2>${say(phrases.files)}</h2>${handouts(told.files, linkTo)}</section>`,
  )
}

export function amendments(told: Told, { say }: Speech): Markup | null {
  return when(
    told.amendments.length > 0,
    () =>
      markup`<section class="part" id="amendments"><h2>${say(phrases.amendments)}</h2><ol class="amendments">${told.amendments.map(
        ({ ref, text }) =>
          markup`<li id="${ref}"><b>${ref}</b> <span class="words">${text}</span></li>`,
      )}</ol></section>`,
  )
}

export function short(told: Told, { say }: Speech): Markup | null {
  return when(
    told.short.length > 0,
    () =>
      markup`<section class="outcomes"><h2>${say(phrases.inShort)}</h2><ol>${told.short.map(
        ({ ref, href, text }) => markup`<li><a href="${href}">${ref}</a><p>${text}</p></li>`,
      )}</ol></section>`,
  )
}
