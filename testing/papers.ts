/** Secret ballots in stories: a paper is taken as a browser takes it, and cast by nobody known. */
import * as secret from '#slices/decisions/api/secret.ts'
import type { Vote } from '#slices/decisions/rules/count/votes.ts'
import type { Token } from '#slices/decisions/rules/secret/paper.ts'
import type { DecisionId } from '#slices/decisions/store/tables.ts'
import { drawPaper, type Drawn, signedPaper } from '#slices/decisions/web/secret/blinding.ts'
import { Browser } from './browser.ts'
import type { Somebody } from './people.ts'

/** What somebody's browser draws for one of their entries. */
export async function drawnBy(who: Somebody, decision: DecisionId, as?: string): Promise<Drawn> {
  const { keys, mine } = await who.browser.call(secret.readPapers, { params: { decision } })
  const entry = mine.find(({ member }) => (as ? member === as : true))
  const key = keys.find(({ group }) => group === entry?.group)
  if (!key) throw new Error(`${who.name} has no paper in ${decision}`)
  return drawPaper(decision, key)
}

/** Takes the paper that was drawn. */
export async function takes(
  who: Somebody,
  decision: DecisionId,
  drawn: Drawn,
  as: Somebody['id'] | `cir_${string}` | null = null,
): Promise<Token> {
  const body = { as, blinded: drawn.blinded }
  const answer = await who.browser.call(secret.takePaper, { params: { decision }, body })
  return signedPaper(decision, drawn, answer.signature)
}

/** Draws and takes. */
export async function paperOf(who: Somebody, decision: DecisionId): Promise<Token> {
  return takes(who, decision, await drawnBy(who, decision))
}

/** From a browser that is nobody's. */
const nobody = (origin: string) => new Browser(origin)

export function castsWith(origin: string, decision: DecisionId, token: Token, vote: Vote) {
  const body = { ...token, vote }
  return nobody(origin).call(secret.castPaper, { params: { decision }, body })
}

export async function refusedWith(
  origin: string,
  decision: DecisionId,
  token: Token,
  vote: Vote,
): Promise<string> {
  const body = { ...token, vote }
  return (await nobody(origin).refused(secret.castPaper, { params: { decision }, body })).name
}
