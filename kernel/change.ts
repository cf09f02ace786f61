/**
 * What a rule answers: that something happened, or why it can't. Both are plain values. A fact
 * becomes an entry of the record once it is written (see record.ts).
 */
export type Fact<K extends string = string, D = unknown> = { kind: K; data: D }
export type Refusal = { refused: string; details?: Record<string, unknown> }
export type Change<F extends Fact = Fact> = { facts: F[] } | Refusal

/** One thing happened. */
export function happen<K extends string, D>(kind: K, data: D): { facts: Fact<K, D>[] } {
  return { facts: [{ kind, data }] }
}

/** Several things happened, in this order. */
export function happenAll<F extends Fact>(...facts: F[]): { facts: F[] } {
  return { facts }
}

/** It can't be: the stable name of the reason, and what helps to say it in a sentence. */
export function refuse(refused: string, details?: Record<string, unknown>): Refusal {
  return details ? { refused, details } : { refused }
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value
}
