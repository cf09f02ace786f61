/**
 * Modes: what a member did in a circle in the last 90 days.
 * 1. *Stewarding*: held a role, facilitated, decided, cared, kept a tool. *Curating*: made or ordered
 *    content. *Enjoying*: came, or used something. The first of these that there is a trace of.
 * 2. The member sees the mode with every entry that it rests on; nobody else sees a person's mode.
 * 3. The circle sees numbers by class only. A number below five stands with the others of its class,
 *    and a class of fewer than five says nothing: from numbers nobody can be told.
 * 4. A member may state a wish beside it. Nobody is ever ordered by any of this.
 */
export const MODES = ['enjoying', 'curating', 'stewarding'] as const
export type Mode = (typeof MODES)[number]
export const MODE_DAYS = 90
export const SMALLEST = 5

/** Which kinds of entries of the record are traces of what. */
const KINDS: readonly [Mode, RegExp][] = [
  [
    'stewarding',
    /^(role\.|term\.began|handover\.|draw\.|constitution\.|circle\.(made|changed)|gathering\.(called|changed|began|ended)|item\.started|floor\.given|stack\.arranged|poll\.opened|care\.answered)/,
  ],
  ['curating', /^(note\.|written\.down|file\.|minutes\.)/],
  [
    'enjoying',
    /^(room\.entered|chat\.said|poll\.answered|stack\.asked|temperature\.shown|gathering\.answered)/,
  ],
]

/** The mode that an entry of this kind is a trace of; null: of none. */
export function modeOfKind(kind: string): Mode | null {
  return KINDS.find(([, kinds]) => kinds.test(kind))?.[0] ?? null
}

/** Law 1; null: no trace. */
export function modeOf(kinds: Iterable<string>, holdsRole: boolean): Mode | null {
  if (holdsRole) return 'stewarding'
  const found = new Set([...kinds].map(modeOfKind))
  return MODES.toReversed().find((mode) => found.has(mode)) ?? null
}

export type ModeCounts = {
  class: string
  /** Null: too few to be said. */
  members: number | null
  enjoying: number | null
  curating: number | null
  stewarding: number | null
  /** Everybody whose number is not said apart, without a trace included. */
  others: number | null
}

/**
 * Law 3. A single hidden number could be had back by subtraction, so what is hidden goes to `others`
 * with those without a trace, and when `others` alone would be too few, the next smallest joins it.
 */
export function countModes(members: readonly { class: string; mode: Mode | null }[]): ModeCounts[] {
  const classes = [...new Set(members.map((one) => one.class))]
  return classes.map((name) => {
    const all = members.filter((one) => one.class === name)
    const hidden = { enjoying: null, curating: null, stewarding: null, others: null }
    if (all.length < SMALLEST) return { class: name, members: null, ...hidden }
    const counts = new Map(
      MODES.map((mode) => [mode, all.filter((one) => one.mode === mode).length]),
    )
    const shown = new Map([...counts].filter(([, count]) => count >= SMALLEST))
    const apart = () => all.length - [...shown.values()].reduce((sum, count) => sum + count, 0)
    while (apart() > 0 && apart() < SMALLEST && shown.size > 0) {
      const [least] = [...shown].toSorted((a, b) => a[1] - b[1])
      if (least) shown.delete(least[0])
    }
    return {
      class: name,
      members: all.length,
      enjoying: shown.get('enjoying') ?? null,
      curating: shown.get('curating') ?? null,
      stewarding: shown.get('stewarding') ?? null,
      others: apart(),
    }
  })
}
