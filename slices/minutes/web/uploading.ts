/** Sending the form of an import: a file and fields, not JSON. */
import { addressOf, type Operation, type Output } from '#kernel/operation.ts'
import { ProblemError } from '#web/kit/problem.ts'

export type Chosen = { file: File; date: string; zone: string; title: string; order: string }

function formOf({ file, ...fields }: Chosen): FormData {
  const form = new FormData()
  form.set('chat', file)
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.set(name, value)
  return form
}

/** Sends it; throws ProblemError when it is refused. */
export async function upload<O extends Operation>(op: O, chosen: Chosen): Promise<Output<O>> {
  const answer = await fetch(addressOf(op), { method: 'POST', body: formOf(chosen) })
  const json = await answer.json()
  if (!answer.ok) throw new ProblemError(json)
  return json
}
