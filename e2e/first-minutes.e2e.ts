/** The first five minutes of a hall, and how people come in, leave and are kept, in a browser. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { readOutbox, showLetter } from '#slices/hall/api/stewards.ts'
import { announce } from '#slices/hall/commands.ts'
import type { TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { openBrowser, type StoryBrowser, signIn } from './browser.ts'
import { openHallForBrowsers } from './hall.ts'
import { isFit } from './fit.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
})
after(() => stack.disposeAsync())

async function visitAs({ browser: own }: Somebody, path: string, width = 1280) {
  const visitor = await browser.visitor({ viewport: { width, height: 800 } })
  await signIn(visitor, { browser: own }, hall.origin)
  await visitor.page.goto(`${hall.origin}${path}`)
  return visitor
}

async function codeFor(steward: Somebody, address: string, seen: Set<string>): Promise<string> {
  for (;;) {
    const { mails } = await steward.browser.call(readOutbox)
    const letter = mails.find(({ id, to, secret }) => secret && to === address && !seen.has(id))
    if (!letter) continue
    seen.add(letter.id)
    const { body } = await steward.browser.call(showLetter, { params: { mail: letter.id } })
    return /\d{6}/.exec(body)?.[0] ?? ''
  }
}

test('whoever has the link from the terminal opens the hall in three steps', async () => {
  await using fresh = await openHallForBrowsers()
  const visitor = await browser.visitor()
  const { page } = visitor
  await page.goto(`${fresh.origin}/`)
  await page.getByText('Nobody has opened this hall yet').waitFor()
  await isFit(page, 'unopened')
  const link = (await announce(fresh.hall)).find((line) => line.includes('#')) ?? ''
  await page.goto(link)
  await page.getByLabel('The name of the co-op').fill('Quillmarsh Commons')
  await page.getByLabel('The zone of the hall’s clock').selectOption('Europe/Amsterdam')
  await isFit(page, 'opening-1')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Your name').fill('Maren Solheim')
  await page.getByLabel('Your mail address').fill('maren@quillmarsh.example.org')
  await isFit(page, 'opening-2')
  await page.getByRole('button', { name: 'Open the hall' }).click()
  await page.getByRole('heading', { name: 'Quillmarsh Commons is open' }).waitFor()
  await page
    .getByLabel('Their mail addresses')
    .fill('Oisín Farrelly <oisin@wool.example.org>\nchiara@bakehouse.example.org')
  await page.getByRole('button', { name: 'Send 2 invitations' }).click()
  await page.getByText('2 invitations are out.').waitFor()
  await isFit(page, 'opening-3')
  await page.getByRole('link', { name: 'Go into the hall' }).click()
  await page.getByRole('heading', { name: /Good \w+, Maren/ }).waitFor()
  await isFit(page, 'home-empty')
  await page.getByRole('link', { name: 'The house' }).click()
  await page.getByRole('heading', { name: 'The house' }).waitFor()
  await page.getByText('None was ever made').waitFor()
  await isFit(page, 'house')
  await page.getByRole('link', { name: 'outbox' }).click()
  await page.getByRole('button', { name: /Read the letter to oisin/ }).click()
  await page.getByText('link#••••••').waitFor()
  await page.getByRole('button', { name: 'Show what is masked' }).click()
  await page.getByText(/link#[\w-]{40,}/).waitFor()
  await isFit(page, 'outbox')
  assert.deepEqual(visitor.errors, [])
  assert.deepEqual(fresh.errors, [])
})

test('a member signs in with a code, adds a passkey and comes in by it the next time', async () => {
  const { maren, coop } = await foundedHall(hall)
  const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
  const { page, context, errors } = await browser.visitor()
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${hall.origin}/me`)
  await page.getByLabel('Your mail address').waitFor()
  await isFit(page, 'sign-in')
  await page.getByLabel('Your mail address').fill(joost.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('The code from the mail').fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText(/That is not the code/).waitFor()
  await isFit(page, 'sign-in-code')
  await page.getByLabel('The code from the mail').fill(await codeFor(maren, joost.email, new Set()))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Joost van Dalen' }).waitFor()
  await page.getByLabel('A name for this device').fill('my phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Remove my phone' }).waitFor()
  await isFit(page, 'me')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  const sent = page.waitForRequest('**/api/sign-in/passkey')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('heading', { name: /Good \w+, Joost/ }).waitFor()
  await isRefusedAgain((await sent).postData() ?? '', context)
  assert.deepEqual(
    errors.filter((said) => !said.includes('422')),
    [],
  )
})

/** An answer of a passkey opens once: neither this browser nor another comes in with it again. */
async function isRefusedAgain(data: string, context: BrowserContext): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: hall.origin }
  const path = '/api/sign-in/passkey'
  const here = await context.request.post(`${hall.origin}${path}`, { data, headers })
  const there = await hall.browser().fetch(path, { method: 'POST', body: data, headers })
  assert.deepEqual([here.status(), there.status], [422, 422])
  assert.equal(JSON.parse(await there.text()).name, 'passkey-refused')
}

test('a member writes a profile, reads their data and leaves', async () => {
  const { page, errors } = await visitAs(await somebody(hall, 'Tomasz Wrona'), '/me')
  await page.getByLabel('Name', { exact: true }).fill('Tomasz Wróna')
  await page.getByLabel('How to address you').fill('he')
  await page.getByLabel('Language').selectOption('es')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Perfil' }).waitFor()
  await isFit(page, 'me-es')
  await page.getByRole('link', { name: 'Leerlos como página' }).click()
  await page.getByRole('heading', { name: /Lo que .* guarda de mí/ }).waitFor()
  await isFit(page, 'my-data')
  await page.goBack()
  await page.getByRole('button', { name: 'Irme y que me borren…' }).click()
  await page.getByLabel('Para confirmarlo, escribe tu nombre').fill('Tomasz Wróna')
  await page.getByRole('button', { name: 'Borrarme e irme' }).click()
  await page.getByRole('link', { name: 'Iniciar sesión' }).first().waitFor()
  assert.deepEqual(errors, [])
})

test('a steward keeps circles, and who is invited comes in by the link', async () => {
  const known = await hall.hall.db.selectFrom('sessions').select('person').execute()
  assert.ok(known.length > 0)
  const chiara = await somebody(hall, 'Chiara Bellandi')
  const coop = await coopOf(chiara)
  const steward = await somebody(hall, 'لينا الخطيب', {
    circles: [coop],
    roles: [[coop, 'steward']],
  })
  await somebody(hall, 'Maria Fernanda Albuquerque de Vasconcelos-Lindqvist', { circles: [coop] })
  const { page, errors } = await visitAs(steward, '/circles')
  await page.getByRole('main').getByRole('link', { name: 'Quillmarsh Commons' }).click()
  await page.getByRole('button', { name: 'Make a circle…' }).click()
  await page.getByLabel('Its name').fill('Tools circle')
  await page.getByLabel('What it is for').fill('Keeps what we share running.')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('link', { name: 'Tools circle' }).waitFor()
  await isFit(page, 'circle')
  await page.getByLabel('Their mail addresses').fill('devika.rao@example.org')
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await page.getByText('1 invitation is out.').waitFor()
  const { mails } = await steward.browser.call(readOutbox)
  const letter = mails.find(({ to }) => to === 'devika.rao@example.org')
  assert.ok(letter)
  const { body } = await steward.browser.call(showLetter, { params: { mail: letter.id } })
  const devika = await browser.visitor()
  await devika.page.goto(/http\S+/.exec(body)?.[0] ?? '')
  await devika.page.getByRole('heading', { name: 'لينا الخطيب invites you' }).waitFor()
  await isFit(devika.page, 'link')
  await devika.page.getByLabel('Your name').fill('Devika Rao')
  await devika.page.getByRole('button', { name: 'Come in' }).click()
  await devika.page.getByRole('heading', { name: /Good \w+, Devika/ }).waitFor()
  await devika.page.goto(`${hall.origin}/circles`)
  await devika.page.getByText('you belong to it').waitFor()
  await isFit(devika.page, 'circles')
  assert.deepEqual([...errors, ...devika.errors], [])
  assert.deepEqual(hall.errors, [])
})

async function coopOf({ browser: own }: Somebody) {
  const { myCircles } = await import('#slices/circles/api.ts')
  const { coop } = await own.call(myCircles)
  assert.ok(coop)
  return coop.id
}
