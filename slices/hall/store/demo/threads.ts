/** The thread of the demo: what a gathering left open, and how far it has come since. */
import { DAY, HOUR, type Instant, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import {
  addComment,
  type Comment,
  makeThread,
  markComment,
  threadOf,
  wordStanding,
} from '#slices/threads/index.ts'
import type { Cast, Key } from './people.ts'

type Telling = { cast: Cast; now: Instant }
type Saying = [who: Key, afterHours: number, text: string, answers?: number]

const SAID: readonly Saying[] = [
  [
    'ngozi',
    20,
    'The host answered: 140 euros a year, 180 from January on.\nWho still reads the forum?',
  ],
  ['lina', 23, 'We do, at the radio, every week. Without it we would be back at long mails.', 0],
  ['joost', 26, 'I can keep it running until summer. After that somebody else has to know how.'],
  [
    'chiara',
    30,
    '> somebody else has to know how\nShow me on Thursday? I have hands, and two hours.',
    2,
  ],
  [
    'oisin',
    47,
    'Then: the forum stays for a year, Chiara and @Joost keep it together, and the co-op pays.',
  ],
  ['lina', 49, 'Good. I tell the others at the radio.', 4],
]

const STANDING =
  'The forum stays for one more year, for 180 euros. Joost shows Chiara how it is kept, on Thursday. Open: who pays when the radio grows.'

/** What was left open goes on, quoted from where it began. */
export async function talkOn(
  tx: Transaction,
  { cast, now }: Telling,
  { gathering, title, ended }: { gathering: string; title: string; ended: Instant },
): Promise<void> {
  const href = `/minutes/${gathering}`
  const quote = {
    who: cast.id('lina'),
    name: null,
    text: 'Forum: us at the radio, weekly.',
    at: ended,
    href,
  }
  const source = { kind: 'gathering', id: gathering, title, href, quotes: [quote] }
  const begun = { by: cast.id('ngozi'), now: plus(ended, 20 * HOUR) }
  const id = await makeThread(
    tx,
    { circle: cast.coop, title: 'Does the forum stay?', source },
    begun,
  )
  const said: Comment[] = []
  for (const [who, hours, text, before] of SAID) {
    const thread = await threadOf(tx, id)
    if (!thread) return
    const answers = before === undefined ? null : (said[before]?.id ?? null)
    const words = { text: text.replace('@Joost', `@${cast.name('joost')}`), answers }
    const mentions = text.includes('@Joost') ? [cast.id('joost')] : []
    const by = { by: cast.id(who), now: plus(ended, hours * HOUR) }
    said.push(await addComment(tx, thread, { ...words, mentions }, by))
  }
  const thread = await threadOf(tx, id)
  const agreed = said[4]
  if (!thread || !agreed) return
  const late = { by: cast.id('maren'), now: plus(now, -2 * DAY) }
  await markComment(tx, thread, agreed, 'decision', late)
  await wordStanding(tx, thread, STANDING, late)
}
