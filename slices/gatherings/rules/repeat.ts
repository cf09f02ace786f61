/**
 * Doing it again: an order taken over from a template or from a past gathering. Items get new ids,
 * since each belongs to one gathering; lengths, owners and handouts come along.
 */
import { newId } from '#kernel/ids.ts'
import type { Item, ItemKind } from './items.ts'

/** The same items, new. */
export function again(items: readonly Item[]): Item[] {
  return items.map((item) => ({ ...item, id: newId('itm') }))
}

export const TEMPLATES = ['circle', 'panel', 'assembly'] as const
export type TemplateName = (typeof TEMPLATES)[number]

/** An item of a template: its title is a word of the catalogue (routes/templates.ts). */
export type TemplateItem = { kind: ItemKind; title: string; minutes: number; questions?: number }

export const templates: Record<TemplateName, readonly TemplateItem[]> = {
  circle: [
    { kind: 'round', title: 'arriving', minutes: 10 },
    { kind: 'context', title: 'since-last', minutes: 10 },
    { kind: 'plenary', title: 'matters', minutes: 40 },
    { kind: 'decision', title: 'decisions', minutes: 15 },
    { kind: 'wrap-up', title: 'who-does-what', minutes: 10 },
    { kind: 'round', title: 'leaving', minutes: 5 },
  ],
  panel: [
    { kind: 'context', title: 'welcome', minutes: 10 },
    { kind: 'talk', title: 'talk', minutes: 15 },
    { kind: 'panel', title: 'panel', minutes: 30 },
    { kind: 'breakouts', title: 'breakouts', minutes: 25, questions: 3 },
    { kind: 'break', title: 'break', minutes: 10 },
    { kind: 'plenary', title: 'came-up', minutes: 20 },
    { kind: 'wrap-up', title: 'wrap-up', minutes: 10 },
  ],
  assembly: [
    { kind: 'context', title: 'opening', minutes: 15 },
    { kind: 'context', title: 'report', minutes: 25 },
    { kind: 'plenary', title: 'report-talk', minutes: 30 },
    { kind: 'break', title: 'break', minutes: 15 },
    { kind: 'plenary', title: 'proposals', minutes: 45 },
    { kind: 'decision', title: 'votes', minutes: 30 },
    { kind: 'break', title: 'break', minutes: 10 },
    { kind: 'decision', title: 'elections', minutes: 20 },
    { kind: 'wrap-up', title: 'closing', minutes: 10 },
  ],
}
