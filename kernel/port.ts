/**
 * A port: a question that an earlier slice must ask and a later one answers ("who is present?").
 * The earlier slice declares it in its index, `app/slices.ts` fills it. Asked before it is filled,
 * it gives its fallback.
 */
export type Port<A extends unknown[], T> = {
  name: string
  ask(...args: A): Promise<T>
  fill(answer: (...args: A) => Promise<T>): void
}

export function port<A extends unknown[], T>(
  name: string,
  fallback: (...args: A) => Promise<T>,
): Port<A, T> {
  let answer = fallback
  return {
    name,
    ask: (...args) => answer(...args),
    fill: (given) => {
      answer = given
    },
  }
}
