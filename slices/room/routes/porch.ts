/** The porch: a name, and in. Plain HTML with a few lines of script; who is known goes straight in. */
import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { html, raw } from 'hono/html'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { type Html, page } from '#kernel/page.ts'
import { Refused } from '#kernel/problem.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { callOf, standingIn } from '#slices/gatherings/index.ts'
import { guestOf } from '#slices/people/index.ts'
import { Call } from '../rules/call.ts'
import { peopleHere } from '../rules/glance.ts'
import { nowLine } from '../rules/now-line.ts'
import type { Room } from '../rules/state.ts'
import { roomAsItIs } from '../store/rooms.ts'
import { say } from './porch-words.ts'

const styles = readFileSync(new URL('./porch.css', import.meta.url), 'utf8')

/** Sends the name; what is refused stands below the field. */
const script = `(()=>{const f=document.querySelector('form'),p=document.getElementById('refused'),b=f.querySelector('button');
f.addEventListener('submit',async e=>{e.preventDefault();const k=[...crypto.getRandomValues(new Uint8Array(16))].map(x=>x.toString(16)).join('');b.disabled=true;p.textContent='';
try{const r=await fetch(f.action,{method:'POST',headers:{'content-type':'application/json','idempotency-key':k},body:JSON.stringify({name:f.elements.name.value})});
if(r.ok){location.assign(f.dataset.room+location.hash);return}p.textContent=(await r.json()).title}catch{p.textContent=f.dataset.lost}
b.disabled=false;f.elements.name.focus()})})()`

const DOOR =
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M10 21H2M10 3H7a2 2 0 00-2 2v16M14 12h.01M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992zM22 21h-3"/></svg>'

type Porch = { words: Words; call: Call; room: Room; name: string; gathering: string; now: string }

function nowPart({ words, room, now }: Porch): Html {
  const line = nowLine(room, { now })
  if (line.kind === 'before') return html`<b>${words.say(say.doorsOpen)}</b>`
  if (!('item' in line) || !line.item) return html``
  const who = 'holders' in line ? line.holders.map(({ name }) => name).join(', ') : ''
  return html`<b>${words.say(say.now, { title: line.item.title })}</b>
    ${who ? words.say(say.floor, { who }) : ''}`
}

function whereWordsGo({ words, call }: Porch): string {
  const where = { public: say.wordsPublic, members: say.wordsMembers, invited: say.wordsInvited }
  return words.say(where[call.access], { circle: call.circle ?? '' })
}

function formPart(porch: Porch): Html {
  const { words, room, gathering, name } = porch
  const count = peopleHere(room).length
  return html`<form
    class="threshold"
    method="post"
    action="/api/gatherings/${gathering}/room/enter"
    data-room="/gatherings/${gathering}/room"
    data-lost="${words.say(say.lost)}"
  >
    <header>
      ${porch.call.circle ? html`<p class="label">${porch.call.circle}</p>` : ''}
      <h1><bdi>${porch.call.title}</bdi></h1>
      <p class="purpose doc">${nowPart(porch)}</p>
    </header>
    <noscript><p class="notice">${words.say(say.noScript)}</p></noscript>
    <div class="field">
      <label for="name">${words.say(say.name)}</label>
      <input
        class="input big"
        id="name"
        name="name"
        autocomplete="name"
        maxlength="80"
        required
        value="${name}"
        autofocus
        aria-describedby="refused"
      />
      <p class="problem" id="refused" role="alert"></p>
    </div>
    <div class="door">
      <button class="btn act wide big">${raw(DOOR)}${words.say(say.comeIn)}</button>
      <p class="hint">${words.say(say.inside, { count })}</p>
    </div>
    <p class="thin">${whereWordsGo(porch)}</p>
  </form>`
}

/** The porch of a gathering for somebody who is not known yet. */
async function showPorch(hall: Hall, c: Context): Promise<Response> {
  const gathering = c.req.param('gathering') ?? ''
  const { db } = hall
  const [called, caller] = await Promise.all([callOf(db, gathering), callerAt(hall, c)])
  if (!called) throw new Refused('not-found')
  if (caller.person) return c.redirect(`/gatherings/${gathering}/room`, 303)
  const [guest, standing, room] = await Promise.all([
    guestOf(db, gathering, caller.browser),
    standingIn(db, caller, gathering),
    roomAsItIs(db, gathering),
  ])
  if (!standing.called && !guest) throw new Refused('not-found')
  const words = wordsIn(caller.locale)
  const call = Call.parse(called.call)
  const now = hall.clock.now()
  const porch = { words, call, room, gathering, now, name: guest?.name ?? '' }
  return page(words, {
    title: words.say(say.title, { title: call.title }),
    body: html`<main>${formPart(porch)}</main>`,
    bodyClass: 'page porch',
    styles,
    script,
  })
}

/** Who is not known here comes by the porch. */
async function isStranger(hall: Hall, c: Context): Promise<boolean> {
  const { person, browser } = await callerAt(hall, c)
  return !person && !(await guestOf(hall.db, c.req.param('gathering') ?? '', browser))
}

export function porchPages(hall: Hall): Hono {
  const app = new Hono()
  app.get('/gatherings/:gathering{gth_\\w+}/room', async (c, next) => {
    if (!(await isStranger(hall, c))) return next()
    return c.redirect(`/gatherings/${c.req.param('gathering')}/door`, 303)
  })
  app.get('/gatherings/:gathering{gth_\\w+}/door', (c) => showPorch(hall, c))
  return app
}
