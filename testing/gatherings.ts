/** Gatherings for stories. */
import { callGathering } from '#slices/gatherings/api.ts'
import type { ItemGiven } from '#slices/gatherings/rules/items.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { Browser } from './browser.ts'

/** An item with a title and some minutes. */
export function item(
  kind: ItemGiven['kind'],
  title: string,
  minutes: number,
  rest: Partial<ItemGiven> = {},
): ItemGiven {
  return { kind, title, minutes, owners: [], line: '', aside: '', handouts: [], ...rest }
}

/** "Who keeps the keys?", Thursday 3 December 2026, 19:00 in Amsterdam. */
export function keysPlan(circle: CircleId | null) {
  return {
    circle,
    title: 'Who keeps the keys?',
    purpose: 'Three people can open all of our servers. We talk about who should.',
    zone: 'Europe/Amsterdam',
    starts: '2026-12-03T19:00',
    minutes: 125,
    items: [
      item('context', 'Welcome', 10, { aside: 'water for the panel' }),
      item('panel', 'Panel: who holds them?', 30, {
        owners: [{ name: 'Chiara Bellandi' }, { name: 'لينا الخطيب' }],
        line: 'Five minutes each, then questions from the hall',
      }),
      item('breakouts', 'Breakouts: two questions', 25, {
        handouts: ['How long is a term?', 'Who stands in when a keeper is away?'],
      }),
      item('break', 'Break', 5),
      item('wrap-up', 'Wrap-up', 5),
    ],
  }
}

type Given = Partial<Omit<ReturnType<typeof keysPlan>, 'circle'>> & {
  access?: 'public' | 'members' | 'invited'
  rule?: { every: 'week'; interval: number; on: ('TH' | 'MO')[]; until: string | null }
}

/** Calls it; answers its id. */
export async function called(
  browser: Browser,
  circle: CircleId | null,
  given: Given = {},
): Promise<`gth_${string}`> {
  const body = { ...keysPlan(circle), ...given }
  return (await browser.call(callGathering, { body })).gathering
}
