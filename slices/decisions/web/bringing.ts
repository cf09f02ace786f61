/** Sending an export: a file as it is, not JSON. */
import { addressOf, type Output } from '#kernel/operation.ts'
import { newKey } from '#web/kit/call.ts'
import { ProblemError } from '#web/kit/problem.ts'
import { bringLoomio } from '../api/importing.ts'

export type Chosen = { circle: string; file: File; from: string; members: boolean; run: boolean }
export type Brought = Output<typeof bringLoomio>

/** Sends it; throws ProblemError when it is refused. */
export async function sendExport({ circle, file, from, members, run }: Chosen): Promise<Brought> {
  const query = { run, members, ...(from === '' ? {} : { from }) }
  const answer = await fetch(addressOf(bringLoomio, { circle }, query), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': newKey() },
    body: file,
  })
  const json = await answer.json()
  if (!answer.ok) throw new ProblemError(json)
  return json
}
