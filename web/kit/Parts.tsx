/**
 * Parts: what a later slice puts on the page of an earlier one, which does not know it. The slice
 * names its parts in its web's index, web/places.ts gathers them, the page says where they stand:
 * `<Parts of="circle" id={circle.id} />`, and once more with `side` for the narrow column.
 */
import { type ComponentType, lazy, Suspense } from 'react'

export type Part = {
  /** A name of its own on that page: `files`. */
  name: string
  /**
   * Whose page (`me`: my own), or which place in the room; the component gets the id of whose it is.
   * For `vote`, what may be put to the vote: `cir_…/application/apl_…`.
   */
  of:
    | 'circle'
    | 'gathering'
    | 'minutes'
    | 'note'
    | 'me'
    | 'room-now'
    | 'room-head'
    | 'room-stage'
    | 'room-bar'
    | 'room-steer'
    | 'projector'
    | 'vote'
  /** In the narrow column beside. */
  side?: boolean
  order: number
  /** The component is the module's `Part`: a `<section className="place">`, or nothing. */
  load: () => Promise<{ Part: ComponentType<{ id: string }> }>
}

type Offered = Omit<Part, 'load'> & { Shown: ComponentType<{ id: string }> }
let offered: Offered[] = []

/** Says which parts there are; called once, with those of all slices. */
export function offerParts(parts: readonly Part[]): void {
  offered = parts
    .map(({ load, ...part }) => ({
      ...part,
      Shown: lazy(async () => ({ default: (await load()).Part })),
    }))
    .toSorted((a, b) => a.order - b.order)
}

/** The parts of a page, in their order. */
export function Parts({ of, id, side = false }: Pick<Part, 'of' | 'side'> & { id: string }) {
  return offered
    .filter((part) => part.of === of && (part.side ?? false) === side)
    .map(({ Shown, name }) => (
      <Suspense key={`${name} ${id}`} fallback={null}>
        <Shown id={id} />
      </Suspense>
    ))
}
