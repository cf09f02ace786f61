/** Calls as hooks: `useRead` keeps an answer fresh, `useCall` does a thing and says how it went. */
import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Operation, Output } from '#kernel/operation.ts'
import { call, type Input } from './call.ts'

/** The key of a read; a prefix of it (the operation alone) names all reads of that operation. */
export function keyOf<O extends Operation>(op: O, input?: Input<O>): QueryKey {
  return [
    `${op.method} ${op.path}`,
    ...(input ? [{ params: input.params, query: input.query }] : []),
  ]
}

export function useRead<O extends Operation>(op: O, input: Input<O> = {}, enabled = true) {
  return useQuery<Output<O>>({
    queryKey: keyOf(op, input),
    queryFn: ({ signal }) => call(op, { ...input, signal }),
    enabled,
  })
}

/** A write; when done, the reads of `touches` are read again. */
export function useCall<O extends Operation>(
  op: O,
  { touches = [] }: { touches?: Operation[] } = {},
) {
  const client = useQueryClient()
  return useMutation<Output<O>, Error, Input<O>>({
    mutationFn: (input) => call(op, input),
    onSuccess: () =>
      Promise.all(touches.map((touched) => client.invalidateQueries({ queryKey: keyOf(touched) }))),
  })
}
