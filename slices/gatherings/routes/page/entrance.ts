/** The door on the page: a name and one button when it is open, else when it opens. */
import { html, raw } from 'hono/html'
import type { Html } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import { icon } from './icons.ts'
import type { PageOf } from './parts.ts'
import { doorsLine } from './when.ts'
import { say } from './words.ts'

export type Entrance = {
  open: boolean
  action: string
  /** Who is signed in needs no name. */
  signedIn: boolean
  name: string
  mistake: string | null
}

function nameField({ name, mistake }: Entrance, words: Words): Html {
  return html`<div class="field">
    <label class="label" for="name">${words.say(say.name)}</label>
    <input
      class="input"
      id="name"
      name="name"
      autocomplete="name"
      required
      maxlength="80"
      value="${name}"
      ${mistake ? raw('aria-invalid="true" aria-describedby="name-m" autofocus') : ''}
    />
    ${mistake ? html`<p class="problem" id="name-m">${mistake}</p>` : ''}
  </div>`
}

/** The door: a name and one button when it is open, else when it opens. */
export function joinPart(page: PageOf, entrance: Entrance): Html {
  const { words } = page
  const { open, action, signedIn } = entrance
  const opens = doorsLine(page, signedIn ? say.doorsSignedIn : say.doors)
  if (!open)
    return html`<section class="join">
      <h2>${words.say(say.comeIn)}</h2>
      <p class="hint">${opens}</p>
    </section>`
  return html`<form class="join" method="post" action="${action}">
    <h2>${words.say(say.comeIn)}</h2>
    ${signedIn ? '' : nameField(entrance, words)}
    <button class="btn act wide">${icon('door')}${words.say(say.comeIn)}</button>
    ${signedIn ? '' : html`<p class="hint">${words.say(say.doorsOpen)}</p>`}
    <p class="hint">${words.say(say.whereWords)}</p>
  </form>`
}
