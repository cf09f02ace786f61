/** The paper of one entry in this browser: taken, cast, brought as text, forgotten. */
import { useState } from 'react'
import { keyOf } from '#web/kit/useCall.ts'
import { call } from '#web/kit/call.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { Operation, Output } from '#kernel/operation.ts'
import { castPaper, type readPapers, takePaper } from '../../api/secret.ts'
import type { Vote } from '../../rules/count/votes.ts'
import type { Token } from '../../rules/secret/paper.ts'
import { type Id, type Mine, TOUCHES } from '../useDecision.ts'
import { forgetPaper, keepPaper, type Kept, keptPaper } from './keeping.ts'

export type PublicKey = Output<typeof readPapers>['keys'][number]
type Where = { decision: Id; member: Mine['member'] }

/** The reckoning with large numbers is loaded when somebody needs it. */
const blinding = () => import('./blinding.ts')

/** Draws what was not drawn yet, keeps it, and lets it be signed; the same again if the answer was lost. */
async function takeIt({ decision, member }: Where, key: PublicKey): Promise<Kept> {
  let paper = keptPaper(decision, member)
  if (!paper?.blinded || !paper.inverse) {
    const { drawPaper } = await blinding()
    const { group, publicKey, tracker, blinded, inverse } = await drawPaper(decision, key)
    paper = { group, publicKey, tracker, blinded, inverse, signature: null, vote: null }
    keepPaper(decision, member, paper)
  }
  const { blinded, inverse, ...rest } = paper
  if (blinded === null || inverse === null) return paper
  const body = { as: member, blinded }
  const { signature: blind } = await call(takePaper, { params: { decision }, body })
  const { signedPaper } = await blinding()
  const { signature } = await signedPaper(decision, { ...rest, blinded, inverse }, blind)
  const signed = { ...paper, signature }
  keepPaper(decision, member, signed)
  return signed
}

/** A paper that comes as text; null when it is none of this decision. */
async function bringIt(
  { decision, member }: Where,
  token: Token,
  keys: readonly PublicKey[],
): Promise<Kept | null> {
  const key = keys.find(({ group }) => group === token.group)
  const { isPaper } = await blinding()
  if (!key || !(await isPaper(decision, token, key.publicKey))) return null
  const paper = {
    ...token,
    publicKey: key.publicKey,
    blinded: null,
    inverse: null,
    vote: null,
  }
  keepPaper(decision, member, paper)
  return paper
}

export function usePaper(where: Where) {
  const { decision, member } = where
  const client = useQueryClient()
  const [paper, setPaper] = useState(() => keptPaper(decision, member))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  async function run(work: () => Promise<Kept | null>) {
    setBusy(true)
    setProblem(null)
    try {
      setPaper(await work())
    } catch (cause) {
      setProblem(cause)
    }
    setBusy(false)
  }
  const anew = () =>
    Promise.all(TOUCHES.map((one) => client.invalidateQueries({ queryKey: keyOf<Operation>(one) })))
  return {
    paper,
    busy,
    problem,
    take: (key: PublicKey) =>
      run(async () => {
        const taken = await takeIt(where, key)
        await anew()
        return taken
      }),
    bring: async (token: Token, keys: readonly PublicKey[]) => {
      const brought = await bringIt(where, token, keys)
      if (brought) setPaper(brought)
      return brought !== null
    },
    cast: (vote: Vote) =>
      run(async () => {
        if (!paper?.signature) return paper
        const { group, tracker, signature } = paper
        const body = { group, tracker, signature, vote }
        await call(castPaper, { params: { decision }, body })
        const cast = { ...paper, vote }
        keepPaper(decision, member, cast)
        return cast
      }),
    forget: () => {
      forgetPaper(decision, member)
      setPaper(null)
    },
  }
}
export type Paper = ReturnType<typeof usePaper>
