/**
 * How long a file is kept.
 * 1. A file is kept as long as something holds it: a circle, a gathering, an item, a note.
 * 2. When nothing holds it any more it is deleted after seven days; until then it can be taken back.
 */
import type { Id } from '#kernel/ids.ts'

export type FileId = Id<'fil'>

/** What a file belongs to, by a kind that some slice answers for. */
export type Holder = { kind: string; id: string }

export const GRACE_DAYS = 7
