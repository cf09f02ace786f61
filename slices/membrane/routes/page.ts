/** The public page of the membrane: plain HTML, for whoever stands outside. */
import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Hall } from '#kernel/hall.ts'
import { idOf } from '#kernel/ids.ts'
import { type Html, page } from '#kernel/page.ts'
import { Refused } from '#kernel/problem.ts'
import { callerAt } from '#kernel/caller.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { coopsOf, isMember, shownToAll } from '#slices/circles/index.ts'
import { membraneOf } from '../store/reading.ts'
import { circleIn } from './coming.ts'
import { say } from './page-words.ts'

const STYLES = readFileSync(new URL('./page.css', import.meta.url), 'utf8')
const CircleId = idOf('cir', 'a circle')
const MOST_NAMES = 500

type Membrane = Awaited<ReturnType<typeof membraneOf>>
type Class = Membrane['classes'][number]
type Cited = Class['gets']
type Coop = Awaited<ReturnType<typeof coopsOf>>[number]

function cited(title: string, lines: Cited): Html {
  if (lines.length === 0) return html``
  return html`<div>
    <h3>${title}</h3>
    ${lines.map(
      ({ text, cite }) =>
        html`<p>${text} ${cite ? html`<span class="cite num">${cite}</span>` : ''}</p>`,
    )}
  </div>`
}

function classPart(one: Class, circle: string, words: Words): Html {
  const count = [
    ...(one.persons > 0 ? [words.say(say.persons, { count: one.persons })] : []),
    ...(one.circles > 0 ? [words.say(say.coops, { count: one.circles })] : []),
  ].join(', ')
  const way = one.open ? say.enter : one.applies ? say.apply : null
  return html`<article>
    <h2><bdi>${one.name}</bdi> <span class="tally num">${one.persons + one.circles}</span></h2>
    ${one.line ? html`<p>${one.line}</p>` : ''} ${count ? html`<p class="hint">${count}</p>` : ''}
    ${cited(words.say(say.give), one.gives)} ${cited(words.say(say.get), one.gets)}
    ${cited(words.say(say.comeIn), one.comesIn)}
    ${
      way
        ? html`<p>
            <a class="btn" href="/circles/${circle}/come-in/${one.key}"
              >${words.say(way, { name: one.name })}</a
            >
          </p>`
        : ''
    }
  </article>`
}

type Row = { countryOf: (code: string | null) => string; contacts: boolean }

function coopRow(one: Coop, { countryOf, contacts }: Row): Html {
  return html`<tr>
    <th scope="row">
      ${
        one.site
          ? html`<a href="${one.site}" rel="nofollow noopener"><bdi>${one.name}</bdi></a>`
          : html`<bdi>${one.name}</bdi>`
      }
    </th>
    <td>${[countryOf(one.country), one.place].filter(Boolean).join(', ')}</td>
    <td>${one.does}</td>
    <td>${one.tools}</td>
    ${contacts ? html`<td class="contacts">${one.contacts}</td>` : ''}
  </tr>`
}

function directory(coops: readonly Coop[], sought: Sought, words: Words): Html {
  const names = new Intl.DisplayNames([words.locale], { type: 'region' })
  const countryOf = (code: string | null) => (code ? (names.of(code) ?? code) : '')
  return html`<section aria-labelledby="coops-h">
    <h2 id="coops-h">${words.say(say.directory)} <span class="tally">${coops.length}</span></h2>
    <form class="find" method="get">
      <label class="field"
        ><span class="label">${words.say(say.find)}</span>
        <input class="input" name="words" value="${sought.words}"
      /></label>
      <label class="field"
        ><span class="label">${words.say(say.country)}</span>
        <select class="input" name="country">
          <option value="">${words.say(say.anywhere)}</option>
          ${sought.countries.map(
            (code) =>
              html`<option value="${code}" ${code === sought.country ? 'selected' : ''}>
                ${countryOf(code)}
              </option>`,
          )}
        </select></label
      >
      <button class="btn">${words.say(say.search)}</button>
    </form>
    ${
      coops.length === 0
        ? html`<p>${words.say(say.none)}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="coops-h">
            <table>
              <thead>
                <tr>
                  <th scope="col">${words.say(say.coop)}</th>
                  <th scope="col">${words.say(say.where)}</th>
                  <th scope="col">${words.say(say.does)}</th>
                  <th scope="col">${words.say(say.tools)}</th>
                  ${sought.contacts ? html`<th scope="col">${words.say(say.contacts)}</th>` : ''}
                </tr>
              </thead>
              <tbody>
                ${coops.map((one) => coopRow(one, { countryOf, contacts: sought.contacts }))}
              </tbody>
            </table>
          </div>`
    }
  </section>`
}

const longDay = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))

type Sought = {
  words: string
  country: string
  countries: string[]
  /** Contacts are shown to members only. */
  contacts: boolean
}

function pageHead(shown: Membrane, words: Words): Html {
  const { name, count, version, purpose, coming } = shown
  const values = { name, count, version }
  return html`<header>
    <h1>${words.say(say.title, values)}</h1>
    <p class="lede">
      ${words.say(say.lede, values)}
      ${words.say(version === null ? say.noRules : say.version, values)}
    </p>
    ${coming.map(
      ({ number, day }) =>
        html`<p class="hint">
          ${words.say(say.coming, { number, day: longDay(day, words.locale) })}
        </p>`,
    )}
    ${purpose ? html`<p class="lede">${purpose}</p>` : ''}
  </header>`
}

async function membranePage(hall: Hall, c: Context, id: string): Promise<Response> {
  const found = CircleId.safeParse(id)
  if (!found.success) throw new Refused('not-found')
  const now = hall.clock.now()
  const { db } = hall
  const caller = await callerAt(hall, c)
  const words = wordsIn(caller.locale)
  const circle = await circleIn(db, found.data)
  const [shown, names, all, inside] = await Promise.all([
    membraneOf(db, circle, words.say, now),
    shownToAll(db, circle.id, MOST_NAMES),
    coopsOf(db, circle.id),
    isMember(db, caller.person, circle.id),
  ])
  const quest = {
    words: (c.req.query('words') ?? '').slice(0, 100),
    country: (c.req.query('country') ?? '').slice(0, 2),
  }
  const coops =
    quest.words || quest.country
      ? await coopsOf(db, circle.id, { words: quest.words, country: quest.country || undefined })
      : all
  const countries = [...new Set(all.flatMap(({ country }) => country ?? []))].toSorted()
  const title = words.say(say.title, { name: circle.name })
  const persons = names.filter(({ member }) => member.startsWith('per_'))
  const body = html`<main id="main">
    ${pageHead(shown, words)}
    ${
      shown.classes.length > 0
        ? html`<div class="classes">
            ${shown.classes.map((one) => classPart(one, circle.id, words))}
          </div>`
        : ''
    }
    <section aria-labelledby="names-h">
      <h2 id="names-h">${words.say(say.names)}</h2>
      ${
        persons.length === 0
          ? html`<p>${words.say(say.nobody)}</p>`
          : html`<ul class="names">
              ${persons.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
            </ul>`
      }
    </section>
    ${all.length > 0 ? directory(coops, { ...quest, countries, contacts: inside }, words) : ''}
    <section aria-labelledby="leaving-h">
      <h2 id="leaving-h">${words.say(say.leaving)}</h2>
      ${cited('', shown.leaving)}
    </section>
  </main>`
  return page(words, { title, body, styles: STYLES })
}

export function pages(hall: Hall): Hono {
  const app = new Hono()
  app.get('/circles/:circle/membrane', (c) => membranePage(hall, c, c.req.param('circle')))
  return app
}
