/**
 * The names of mails about threads (RFC 5322, 3.6.4), so that mail programs thread them as the hall
 * does, and so that an answer by mail could find its place: each is made of the ids alone.
 *
 * 1. A notice is named after its comment; it says that it replies to the comment that this one answers,
 *    or else to the thread. Who has no mail of that name shows both together all the same, by the
 *    thread's name, which stands in all of them.
 * 2. A letter of a round is named after its round and reader, and replies to nothing.
 */
export type Threading = { 'Message-ID': string; 'In-Reply-To': string; References: string }

const named = (id: string, host: string) => `<${id}@${host}>`

/** Law 1. */
export function threadingOf(
  { id, thread, answers }: { id: string; thread: string; answers: string | null },
  host: string,
): Threading {
  const root = named(thread, host)
  const before = answers === null ? null : named(answers, host)
  return {
    'Message-ID': named(id, host),
    'In-Reply-To': before ?? root,
    References: before ? `${root} ${before}` : root,
  }
}

/** Law 2. */
export function digestId(
  { kind, day, person }: { kind: string; day: string; person: string },
  host: string,
): string {
  return named(`threads.${kind}.${day}.${person}`, host)
}
