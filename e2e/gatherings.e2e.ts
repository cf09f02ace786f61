import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { SESSION_COOKIE } from '#kernel/session.ts'
import { inviteToGathering } from '#slices/gatherings/api.ts'
import { wallAt } from '#slices/gatherings/rules/zones.ts'
import { called } from '#testing/gatherings.ts'
import { axe, picture, sticksOut, type Visitor } from './browser.ts'
import { openFoundedHall } from './hall.ts'

const { hall, browser, maren, coop } = await openFoundedHall()

type Looks = { width?: number; dark?: boolean; locale?: string }

async function asMaren({
  width = 1280,
  dark = false,
  locale = 'en-GB',
}: Looks = {}): Promise<Visitor> {
  const visitor = await browser.visitor({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    locale,
  })
  await visitor.context.addCookies([
    {
      name: SESSION_COOKIE,
      value: maren.browser.cookies.get(SESSION_COOKIE) ?? '',
      url: hall.origin,
    },
    { name: 'moothall_locale', value: locale.slice(0, 2), url: hall.origin },
  ])
  return visitor
}

async function isWell(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await sticksOut(page), [])
}

/** The days ahead, as a date field takes them. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

test('a gathering is called by keyboard: a template, an item moved, one more, and the clock adds up', async () => {
  const { page, errors } = await asMaren()
  await page.goto(`${hall.origin}/gatherings`)
  await page.getByText('Nothing is called yet').waitFor()
  await isWell(page)
  await picture(page, 'gatherings-empty')
  await page.getByRole('link', { name: 'Call a gathering' }).press('Enter')
  await page.getByLabel('Title').fill('Who keeps the keys?')
  await page.getByRole('button', { name: 'Panel with breakouts and plenary' }).press('Enter')
  await page.getByText('120 minutes planned').waitFor()
  const rows = page.getByRole('row')
  await rows.nth(1).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByRole('row').first().getByText('Talk').first().waitFor()
  await page.getByRole('button', { name: 'Put in an item' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Round' }).press('Enter')
  await page.getByLabel('Item', { exact: true }).fill('Leaving')
  await page.getByLabel('Minutes', { exact: true }).fill('25')
  await page.getByText('Ends 25 minutes after the announced end').waitFor()
  await page.getByRole('button', { name: 'Close the item' }).press('Enter')
  await picture(page, 'gatherings-call')
  await isWell(page)
  await page.getByRole('button', { name: 'Announce 145 minutes' }).press('Enter')
  await page.getByRole('button', { name: 'Call it', exact: true }).press('Enter')
  await page.getByRole('heading', { name: 'Who keeps the keys?' }).waitFor()
  await page.getByText('Nobody is invited yet.').waitFor()
  await isWell(page)
  await picture(page, 'gathering-before')
  assert.deepEqual(errors, [])
})

test('an item is dragged to another place', async () => {
  const { page } = await asMaren()
  await page.goto(`${hall.origin}/gatherings/call`)
  await page.getByRole('button', { name: 'Circle meeting' }).click()
  const rows = page.getByRole('row')
  await rows.last().dragTo(rows.first(), { targetPosition: { x: 200, y: 4 } })
  await rows.first().getByText('Leaving: how was it?').waitFor()
})

test('every page stands on a phone, in the dark and in Spanish', async () => {
  const gathering = await called(maren.browser, coop, { starts: `${dayAhead(9)}T19:00` })
  await maren.browser.fetch(`/api/gatherings/${gathering}/invitations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      circle: true,
      people: [{ email: 'devika@lantern.example', name: 'Devika Rao' }],
    }),
  })
  const { page, errors } = await asMaren({ width: 360, dark: true, locale: 'es-ES' })
  const places = {
    'gatherings-list': '/gatherings',
    gathering: `/gatherings/${gathering}`,
    'gathering-change': `/gatherings/${gathering}/change`,
    'gathering-call': '/gatherings/call',
    'gatherings-subscribe': '/gatherings/subscribe',
    invitation: `/g/${gathering}`,
  }
  for (const [name, place] of Object.entries(places)) {
    await page.goto(`${hall.origin}${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await picture(page, `${name}-phone`, true)
    await isWell(page)
  }
  assert.deepEqual(errors, [])
})

test('the invitation tells a reader elsewhere their own time, by its few lines of script', async () => {
  const gathering = await called(maren.browser, coop, { starts: `${dayAhead(9)}T19:00` })
  const { page, errors } = await browser.visitor({ timezoneId: 'Europe/Helsinki' })
  await page.goto(`${hall.origin}/g/${gathering}`)
  await page.getByText('your time, Helsinki').waitFor()
  await page.getByText('Times in Helsinki.').waitFor()
  await page.getByText('in the hall, Amsterdam').waitFor()
  await isWell(page)
  await picture(page, `invitation`, true)
  assert.deepEqual(errors, [])
})

/** The personal link in the letter to an address, as the outbox of a hall without post holds it. */
async function linkTo(address: string): Promise<string> {
  for (;;) {
    const row = await hall.hall.db
      .selectFrom('outbox')
      .select('body')
      .where('recipient', '=', address)
      .executeTakeFirst()
    const link = /\/i\/[\w-]{43}/.exec(row?.body ?? '')?.[0]
    if (link) return `${hall.origin}${link}`
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('by a personal link one answers, changes their mind, comes in and stops reminders, without a script', async () => {
  const soon = new Date(Date.now() + 3 * 60_000)
  const starts = wallAt(soon.toISOString(), 'Europe/Amsterdam')
  const gathering = await called(maren.browser, coop, { starts, access: 'invited' })
  await maren.browser.call(inviteToGathering, {
    params: { gathering },
    body: { people: [{ email: 'yuki@lantern.example', name: 'Yuki Tanabe' }] },
  })
  const link = await linkTo('yuki@lantern.example')
  const { page, errors } = await browser.visitor({ javaScriptEnabled: false })
  await page.goto(link)
  await page.getByText('Will you come, Yuki?').waitFor()
  await page.getByRole('button', { name: 'Yes' }).click()
  await page.getByText('You said yes on').waitFor()
  await page.getByRole('button', { name: 'Maybe' }).click()
  await page.getByText('You said maybe on').waitFor()
  await picture(page, 'invitation-answered', true)
  await page.goto(`${link}/stop/reminders`)
  await page.getByRole('button', { name: 'Stop them' }).click()
  await page.getByRole('heading', { name: 'No more of these go to y…@lantern.example.' }).waitFor()
  await page.getByRole('button', { name: 'I want them again' }).click()
  await page.getByRole('heading', { name: 'They go to y…@lantern.example again.' }).waitFor()
  await page.goto(link)
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Yuki Tanabe')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.waitForURL(/\/gatherings\/gth_\w+\/room$/)
  assert.deepEqual(errors, [])
})
