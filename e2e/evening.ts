/** An evening for browser stories: "Who keeps the keys?", a panel of four, a hall around it. */
import type { BrowserContextOptions } from 'playwright-core'
import {
  anotherGathering,
  openScene,
  type Scene,
  type Somebody,
} from '#slices/room/routes/scene.test.ts'
import * as api from '#slices/room/api.ts'
import type { CallGiven } from '#slices/room/rules/call.ts'
import type { MediaPlan } from '#kernel/media/state.ts'
import { runningClock } from '#testing/running-clock.ts'
import type { StoryBrowser, Visitor } from './browser.ts'
import { buildWeb } from './hall.ts'

const LONG = 'Maria Fernanda Albuquerque de Vasconcelos-Lindqvist'

export type Evening = AsyncDisposable & {
  scene: Scene
  api: typeof api
  maren: Somebody
  chiara: Somebody
  joost: Somebody
  ngozi: Somebody
  lina: Somebody
  /** Opens the room of this evening for somebody in a browser of their own. */
  visit(browser: StoryBrowser, who: Somebody | null, more?: BrowserContextOptions): Promise<Visitor>
}

function callOf(panel: Somebody[], maren: Somebody, startsAt: string): Partial<CallGiven> {
  const owner = ({ who, name }: Somebody) => ({ id: who, name })
  return {
    title: 'Who keeps the keys?',
    purpose: 'Four servers, one keeper. Is that how we want it?',
    circle: 'Quillmarsh Commons, Tools circle',
    zone: 'Europe/Amsterdam',
    startsAt,
    facilitators: [maren.who],
    settings: { turnSeconds: 300 },
    items: [
      { id: 'itm_welcome', kind: 'context', title: 'Welcome', minutes: 12, owners: [owner(maren)] },
      {
        id: 'itm_panel',
        kind: 'panel',
        title: 'Panel: who holds them?',
        minutes: 30,
        line: 'Five minutes each, then questions from the hall.',
        owners: panel.map(owner),
      },
      { id: 'itm_break', kind: 'break', title: 'Break', minutes: 5 },
      { id: 'itm_plenary', kind: 'plenary', title: 'Plenary: what came up', minutes: 20 },
      { id: 'itm_decision', kind: 'decision', title: 'Decision: who keeps them', minutes: 15 },
      { id: 'itm_wrap', kind: 'wrap-up', title: 'Wrap-up', minutes: 5 },
    ],
  }
}

/** Puts a browser into the room as somebody, or as a stranger before its door. */
async function visitRoom(
  { test, gathering }: Scene,
  browser: StoryBrowser,
  who: Somebody | null,
  more: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await browser.visitor({ timezoneId: 'Europe/Amsterdam', ...more })
  const cookies = [...(who?.browser.cookies ?? [])]
  await visitor.context.addCookies(
    cookies.map(([name, value]) => ({ name, value, url: test.origin })),
  )
  await visitor.page.goto(`${test.origin}/gatherings/${gathering}/room`)
  return visitor
}

/** Opens a hall with this gathering; nobody is in it yet. */
export async function openEvening(
  media?: MediaPlan,
  settings: CallGiven['settings'] = {},
): Promise<Evening> {
  buildWeb()
  const first = await openScene({
    clock: runningClock(),
    timers: true,
    call: { items: [] },
    ...(media ? { config: { media } } : {}),
  })
  const { maren } = first
  const [chiara, joost, ngozi, lina] = await Promise.all(
    ['Chiara Bellandi', 'Joost van Dalen', 'Ngozi Adeyemi', 'لينا الخطيب'].map((name) =>
      first.person(name),
    ),
  )
  if (!chiara || !joost || !ngozi || !lina) throw new Error('the panel is not whole')
  const panel = [chiara, joost, ngozi, lina]
  const called = callOf(panel, maren, first.test.clock.now())
  const scene = await anotherGathering(first, {
    ...called,
    settings: { ...called.settings, ...settings },
  })
  return {
    scene,
    api,
    maren,
    chiara,
    joost,
    ngozi,
    lina,
    visit: (browser, who, more) => visitRoom(scene, browser, who, more),
    [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose](),
  }
}

/** The middle of the evening: the panel is on, the chat is warm, some have asked for the floor. */
export async function fillEvening(
  evening: Evening,
): Promise<{ devika: Somebody; aroha: Somebody }> {
  const { scene, maren, chiara, joost, ngozi, lina } = evening
  const { params } = scene
  for (const one of [maren, chiara, joost, ngozi, lina]) await scene.comesIn(one)
  const devika = await scene.guest('Devika Rao')
  const aroha = await scene.guest('Aroha Ngata')
  const long = await scene.guest(LONG)
  for (const one of [maren, chiara, joost, ngozi, lina, devika, aroha, long])
    await scene.listens(one)
  const say = (one: Somebody, text: string, reply?: number) =>
    one.browser.call(api.sayInChat, { params, body: { text, ...(reply ? { reply } : {}) } })
  const steer = maren.browser
  await steer.call(api.beginTheGathering, { params })
  await say(maren, 'Welcome, all. We begin with what the pool costs.')
  await say(aroha, 'The numbers: https://lowmeadow.example/pool')
  const action = {
    kind: 'action' as const,
    text: 'List who can open what',
    name: 'Tomasz Wrona',
    due: '2026-12-10',
  }
  await steer.call(api.writeItDown, { params, body: action })
  await steer.call(api.goToNextItem, { params, body: { believed: 'itm_welcome' } })
  await steer.call(api.giveTheFloor, {
    params,
    body: { who: [chiara.who], seconds: 300, beside: false },
  })
  await steer.call(api.writeItDown, {
    params,
    body: { kind: 'decision', text: 'Two of three must agree before a key is used.' },
  })
  const { line } = await say(joost, 'We have one keeper, and only she knows the recovery codes.')
  await say(devika, 'Ours are in a drawer, somewhere.', line)
  for (const one of [ngozi, lina, devika])
    await one.browser.call(api.reactToALine, { params: { ...params, line }, body: { emoji: '👍' } })
  await steer.call(api.announceToAll, { params, body: { text: 'breakouts at 19:59.' } })
  const { poll } = await steer.call(api.openAPoll, {
    params,
    body: {
      question: 'Should a keeper serve a fixed term?',
      kind: 'yes-no',
      options: [],
      anonymous: true,
      results: 'close',
    },
  })
  for (const [one, answer] of [
    [maren, 'yes'],
    [ngozi, 'yes'],
    [joost, 'no'],
    [devika, 'abstain'],
  ] as const)
    await one.browser.call(api.answerAPoll, { params: { ...params, poll }, body: { answer } })
  await steer.call(api.closeAPoll, { params: { ...params, poll } })
  await say(aroha, 'Our rota: https://lowmeadow.example/rota\nPlease add yourselves.')
  await say(lina, 'المفتاح أمانة وليس ملكية.')
  await say(long, '@Chiara Bellandi how long is a term, and who stands in?')
  const hands = [
    [joost, 'reply'],
    [devika, 'question'],
    [long, 'point'],
    [lina, 'clarification'],
  ] as const
  for (const [one, kind] of hands)
    await one.browser.call(api.askForTheFloor, { params, body: { kind } })
  await steer.call(api.ruleTheStack, { params, body: { order: 'progressive' } })
  const felt = [
    [devika, 'agree'],
    [aroha, 'agree'],
    [ngozi, 'unsure'],
    [long, 'slower'],
    [joost, 'question'],
  ] as const
  for (const [one, signal] of felt)
    await one.browser.call(api.showTheTemperature, { params, body: { signal, shown: true } })
  return { devika, aroha }
}
