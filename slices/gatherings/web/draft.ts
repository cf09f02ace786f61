/** A call that is being written: what the fields hold, and what is sent. */
import type { ItemGiven } from '../rules/items.ts'
import type { Rule } from '../rules/recurrence.ts'
import type { Access, Settings } from '../rules/calling.ts'
import { instantAt, wallAt } from '../rules/zones.ts'
import type { GatheringShown } from './shapes.ts'

/** An item with a name of its own while it is written; a new one's is not sent. */
export type DraftItem = Omit<ItemGiven, 'id'> & { id: string }

export type Draft = {
  title: string
  purpose: string
  circle: `cir_${string}` | null
  zone: string
  date: string
  time: string
  minutes: number
  access: Access
  settings: Settings
  items: readonly DraftItem[]
  /** Persons by id; empty: whoever calls. */
  facilitators: readonly string[]
  rule: Rule | null
}

const SETTINGS: Settings = {
  privateChat: true,
  lobby: 'open',
  slowSeconds: 0,
  turnSeconds: null,
  elsewhere: null,
  sealed: false,
}
const AN_HOUR = 60

let count = 0

/** A name for an item that the hall does not know yet. */
export function newItemId(): string {
  count += 1
  return `new-${count}`
}

/** Items as they come from a template or another gathering, new here. */
export function freshItems(items: readonly Partial<Omit<ItemGiven, 'id'>>[]): DraftItem[] {
  return items.map((item) => ({
    id: newItemId(),
    kind: item.kind ?? 'talk',
    title: item.title ?? '',
    minutes: item.minutes ?? 10,
    owners: item.owners ?? [],
    line: item.line ?? '',
    aside: item.aside ?? '',
    handouts: item.handouts ?? [],
  }))
}

/** An empty call, a week from now at seven in the evening. */
export function emptyDraft(zone: string, circle: Draft['circle']): Draft {
  const inAWeek = wallAt(new Date(Date.now() + 7 * 86_400_000).toISOString(), zone)
  return {
    title: '',
    purpose: '',
    circle,
    zone,
    date: inAWeek.slice(0, 10),
    time: '19:00',
    minutes: AN_HOUR,
    access: 'members',
    settings: SETTINGS,
    items: [],
    facilitators: [],
    rule: null,
  }
}

/** The call of a gathering, to change it. */
export function draftOf(gathering: GatheringShown): Draft {
  const { title, purpose, zone, startsAt, minutes, access, settings, items, circle } = gathering
  const wall = wallAt(startsAt, zone)
  const id = circle?.id.startsWith('cir_') ? (`cir_${circle.id.slice(4)}` as const) : null
  return {
    title,
    purpose,
    circle: id,
    zone,
    date: wall.slice(0, 10),
    time: wall.slice(11),
    minutes,
    access,
    settings,
    items: items.map((item) => ({ ...item, aside: item.aside ?? '' })),
    facilitators: gathering.facilitators.map(({ id: person }) => person),
    rule: null,
  }
}

/** The same again: a past call, a week later than now. */
export function repeatOf(gathering: GatheringShown): Draft {
  const draft = draftOf(gathering)
  const { date } = emptyDraft(gathering.zone, draft.circle)
  return { ...draft, date, items: freshItems(draft.items) }
}

/** The start as an instant; null while the fields hold no moment. */
export function startOf({ date, time, zone }: Draft): string | null {
  try {
    return instantAt(`${date}T${time}`, zone)
  } catch {
    return null
  }
}

function itemSent({ id, ...item }: DraftItem): ItemGiven {
  const handouts = item.handouts.map((text) => text.trim()).filter(Boolean)
  const owners = item.owners.filter(({ name }) => name.trim() !== '')
  const kept = id.startsWith('itm_') ? { id: `itm_${id.slice(4)}` as const } : {}
  return { ...item, ...kept, handouts, owners }
}

/** What is sent. */
export function sent(draft: Draft) {
  const { date, time, items, facilitators, circle: _circle, rule: _rule, ...rest } = draft
  return {
    ...rest,
    facilitators: [...facilitators],
    starts: `${date}T${time}`,
    items: items.map(itemSent),
  }
}
