/** Everybody can take their own data: as JSON, and as a page that can be read and kept. */
import { type Call, serve } from '#kernel/serve.ts'
import { escapeHtml } from '#kernel/text.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { readData, takeData } from '../api/me.ts'
import { ownData } from '../store/own-data.ts'
import { hallName } from './letters.ts'

type Data = Awaited<ReturnType<typeof ownData>>

const dataOf = ({ db, caller, now }: Call): Promise<Data> =>
  ownData(db, { person: caller.person, browser: caller.browser, now })

/** Any value as nested lists; text keeps its line breaks, all of it is escaped. */
function listed(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value))
    return value.length === 0
      ? '–'
      : `<ul>${value.map((one) => `<li>${listed(one)}</li>`).join('')}</ul>`
  if (typeof value === 'object')
    return `<dl>${Object.entries(value)
      .map(([name, one]) => `<dt>${escapeHtml(name)}</dt><dd>${listed(one)}</dd>`)
      .join('')}</dl>`
  return `<bdi>${escapeHtml(String(value))}</bdi>`
}

const STYLE = `body{font:17px/1.5 Georgia,serif;max-width:72ch;margin:2rem auto;padding:0 1rem;color:#1f2430;background:#faf7f2}
h1{font-size:1.6rem}h2{font-size:1.2rem;border-top:2px solid;padding-top:.75rem;margin-top:2rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:0}dt{color:#5b6170}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
ol{padding-inline-start:0;list-style:none}li{margin-block:.5rem}time{color:#5b6170;font-size:.85em}
@media(max-width:30rem){dl{grid-template-columns:1fr}}@media(prefers-color-scheme:dark){body{color:#ece7de;background:#171a20}dt,time{color:#a9adb8}}`

function page(data: Data, words: Words, hall: string): string {
  const title = words.say(
    /*i18n*/ { id: 'people.data-title', message: 'What {hall} holds of me' },
    { hall },
  )
  const heads = {
    person: words.say(/*i18n*/ { id: 'people.data-person', message: 'Who I am here' }),
    guests: words.say(/*i18n*/ { id: 'people.data-guests', message: 'Where I was a guest' }),
    did: words.say(/*i18n*/ { id: 'people.data-did', message: 'What I did and said, in order' }),
    held: words.say(/*i18n*/ { id: 'people.data-held', message: 'What I wrote' }),
    none: words.say(/*i18n*/ { id: 'people.data-none', message: 'Nothing.' }),
    taken: words.say(
      /*i18n*/ { id: 'people.data-taken', message: 'As it stood at {at}, UTC.' },
      { at: data.taken.slice(0, 16).replace('T', ' ') },
    ),
  }
  const deeds = data.did
    .map(
      ({ at, kind, topic, data: said }) =>
        `<li><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time> <b>${escapeHtml(kind)}</b> <small>${escapeHtml(topic)}</small>${listed(said)}</li>`,
    )
    .join('')
  return `<!doctype html><html lang="${words.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style>
<main><h1>${escapeHtml(title)}</h1><p>${heads.taken}</p>
<h2>${heads.person}</h2>${data.person ? listed(data.person) : `<p>${heads.none}</p>`}
<h2>${heads.guests}</h2>${data.guests.length > 0 ? listed(data.guests) : `<p>${heads.none}</p>`}
<h2>${heads.held}</h2>${Object.values(data.held).flat().length > 0 ? listed(data.held) : `<p>${heads.none}</p>`}
<h2>${heads.did}</h2>${deeds ? `<ol>${deeds}</ol>` : `<p>${heads.none}</p>`}</main></html>`
}

export const ownDataServings = [
  serve(takeData, async (call) => {
    call.http.header('content-disposition', 'attachment; filename="my-data.json"')
    call.http.header('cache-control', 'no-store')
    return dataOf(call)
  }),
  serve(readData, async (call) => {
    const [data, hall] = [await dataOf(call), await hallName(call.db)]
    return call.http.html(page(data, wordsIn(call.caller.locale), hall), 200, {
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    })
  }),
]
