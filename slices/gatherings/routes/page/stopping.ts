/** The page behind "no more of these": it asks first, so that nobody is stopped by a mail scanner. */
import { html } from 'hono/html'
import { page } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import { say } from './words.ts'

export type StopKind = 'reminders' | 'invitations'
export type Stopping = {
  words: Words
  kind: StopKind
  email: string
  action: string
  state: 'asks' | 'stopped' | 'wanted'
}

/** An address that only its owner should read whole: `c…@example.org`. */
function veiled(email: string): string {
  const [name = '', host = ''] = email.split('@')
  return `${name.slice(0, 1)}…@${host}`
}

export async function stopPage({ words, kind, email, action, state }: Stopping): Promise<Response> {
  const values = { email: veiled(email) }
  const question = kind === 'reminders' ? say.stopReminders : say.stopInvitations
  const title = {
    asks: words.say(question, values),
    stopped: words.say(say.stopped, values),
    wanted: words.say(say.wanted, values),
  }[state]
  const stopped = state === 'stopped'
  const body = html`<main>
    <h1>${title}</h1>
    <form method="post" action="${action}${stopped ? '?again=1' : ''}">
      <button class="btn ${state === 'asks' ? 'act' : ''}">
        ${words.say(stopped ? say.again : say.stop)}
      </button>
    </form>
  </main>`
  const headers = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }
  return page(words, { title, body, headers })
}
