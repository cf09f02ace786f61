/**
 * A port: a question that an earlier slice must ask and later ones answer ("who may read this
 * file?"). The earlier slice declares it in its index, `app/slices.ts` fills it once for each later
 * slice; each answer stands under a name of its own ("gathering", "note"), so filling twice is a
 * mistake that stops the start. ARCHITECTURE lists the ports.
 */
export type Port<Answer> = {
  name: string
  fill(under: string, answer: Answer): void
  /** The answer under this name; undefined when no slice brought one. */
  at(under: string): Answer | undefined
  /** All answers, in the order in which they were filled. */
  all(): Array<[under: string, answer: Answer]>
}

export function port<Answer>(name: string): Port<Answer> {
  const answers = new Map<string, Answer>()
  return {
    name,
    fill(under, answer) {
      if (answers.has(under)) throw new Error(`the port ${name} is filled twice under ${under}`)
      answers.set(under, answer)
    },
    at: (under) => answers.get(under),
    all: () => [...answers],
  }
}
