/** Who may, in words: what a file belongs to decides. */
import type { Policy } from '#kernel/slice.ts'
import { fileHolders, readsHolder } from '../store/holders.ts'

const holderIn = (params: Record<string, string>) => ({
  kind: params['kind'] ?? '',
  id: params['holder'] ?? '',
})

export const policies: Record<string, Policy> = {
  'reads-files': {
    sentence: 'Whoever may read what the files belong to.',
    async allows(db, caller, params) {
      return (await readsHolder(db, caller, holderIn(params))) || { refused: 'not-found' }
    },
  },
  'adds-files': {
    sentence: 'Whoever may add files there: members, and guests while a gathering is on.',
    async allows(db, caller, params) {
      const holder = holderIn(params)
      if (!(await readsHolder(db, caller, holder))) return { refused: 'not-found' }
      return (await fileHolders.at(holder.kind)?.mayAdd(db, caller, holder.id)) != null
    },
  },
}
