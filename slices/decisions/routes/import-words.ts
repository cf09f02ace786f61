/** What became of an export, in sentences. */
import type { Words } from '#kernel/words.ts'
import type { Left, Report } from '../store/import/report.ts'

type Marked = { id: string; message: string }

const SAID = {
  tried: /*i18n*/ {
    id: 'decisions.import.tried',
    message: 'Only tried: nothing was kept. It would be so:',
  },
  read: /*i18n*/ {
    id: 'decisions.import.read',
    message: '{lines, plural, one {# line} other {# lines}} read.',
  },
  circles: /*i18n*/ {
    id: 'decisions.import.circles',
    message:
      '{made, plural, =0 {No new circle} one {# new circle} other {# new circles}} for groups within.',
  },
  people: /*i18n*/ {
    id: 'decisions.import.people',
    message: 'People: {made} new, {known} known here already.',
  },
  members: /*i18n*/ {
    id: 'decisions.import.members',
    message: 'Memberships: {joined} joined, {already} were inside, {left} not taken.',
  },
  decisions: /*i18n*/ {
    id: 'decisions.import.decisions',
    message: 'Decisions: {taken} taken, {already} were here.',
  },
  threads: /*i18n*/ {
    id: 'decisions.import.threads',
    message: 'Threads: {taken} taken, {already} were here.',
  },
  comments: /*i18n*/ {
    id: 'decisions.import.comments',
    message:
      'Comments: {taken} taken, {already} were here, {left} not taken. What they said before they were changed is not in an export.',
  },
  reactions: /*i18n*/ {
    id: 'decisions.import.reactions',
    message:
      'Reactions: {taken} taken, {left} not taken, since they are to something else than a comment or not known here.',
  },
  assumed: /*i18n*/ {
    id: 'decisions.import.assumed',
    message:
      'Of {assumed} the export does not say when they pass; they are counted as more than half of the votes cast, and say so.',
  },
  broken: /*i18n*/ {
    id: 'decisions.import.broken',
    message: 'Line {line} was not taken: {why}',
  },
  more: /*i18n*/ {
    id: 'decisions.import.more-broken',
    message: '{more} more lines were not taken for such reasons.',
  },
  others: /*i18n*/ {
    id: 'decisions.import.others',
    message: 'Not kept here: {list}.',
  },
  left: /*i18n*/ { id: 'decisions.import.left', message: '{what} “{title}” ({key}): {why}' },
  differs: /*i18n*/ {
    id: 'decisions.import.differs',
    message:
      '“{title}” ({key}): “{option}” stands at {there} there and at {here} by the ballots in the file. The ballots count here.',
  },
}

const BROKEN: Record<Report['read']['broken'][number]['why'], Marked> = {
  'no-json': /*i18n*/ { id: 'decisions.import.no-json', message: 'it is no JSON.' },
  'no-row': /*i18n*/ {
    id: 'decisions.import.no-row',
    message: 'it says no table and record, as lines of an export do.',
  },
  unfit: /*i18n*/ {
    id: 'decisions.import.unfit',
    message: 'its columns are not those that this table has.',
  },
}

const WHAT: Record<Left['what'], Marked> = {
  group: /*i18n*/ { id: 'decisions.import.group', message: 'Group' },
  poll: /*i18n*/ { id: 'decisions.import.poll', message: 'Poll' },
  ballot: /*i18n*/ { id: 'decisions.import.ballot', message: 'A ballot of' },
  discussion: /*i18n*/ { id: 'decisions.import.discussion', message: 'Discussion' },
  comment: /*i18n*/ { id: 'decisions.import.comment', message: 'Comment' },
}

const WHY: Record<string, Marked> = {
  ring: /*i18n*/ {
    id: 'decisions.import.ring',
    message: 'its parents go round in a ring, so it stands at the top.',
  },
  'poll-open': /*i18n*/ {
    id: 'decisions.import.open',
    message: 'not closed there yet. Bring the export again when it is.',
  },
  'poll-thrown-away': /*i18n*/ {
    id: 'decisions.import.thrown',
    message: 'thrown away there, or a template.',
  },
  'nothing-to-count': /*i18n*/ {
    id: 'decisions.import.nothing',
    message: 'a question round; it has nothing to count.',
  },
  'hare-quota': /*i18n*/ {
    id: 'decisions.import.hare',
    message: 'counted by the Hare quota, which is not counted here.',
  },
  'poll-unfit': /*i18n*/ {
    id: 'decisions.import.poll-unfit',
    message: 'more options, dots or points than can be counted here.',
  },
  'no-group': /*i18n*/ {
    id: 'decisions.import.no-group',
    message: 'it stood between persons, or its group is not in the file.',
  },
  'nobody-asked': /*i18n*/ {
    id: 'decisions.import.nobody',
    message: 'nobody is said to have been asked.',
  },
  'says-nothing': /*i18n*/ {
    id: 'decisions.import.says-nothing',
    message: 'it chooses nothing that stands there, or its voter is not said; it is not counted.',
  },
  'roll-unsaid': /*i18n*/ {
    id: 'decisions.import.roll-unsaid',
    message: 'taken; who was asked and voted is not said, so its roll bears no names.',
  },
  'answers-itself': /*i18n*/ {
    id: 'decisions.import.answers-itself',
    message: 'taken; by way of others it answers itself, so it answers nobody here.',
  },
  'no-thread': /*i18n*/ {
    id: 'decisions.import.no-thread',
    message: 'not taken; what they were said about is not in the file, or was left itself.',
  },
  'no-words': /*i18n*/ {
    id: 'decisions.import.no-words',
    message: 'it has no words. Files are not in an export.',
  },
  'thrown-away': /*i18n*/ {
    id: 'decisions.import.thrown-away',
    message: 'thrown away there.',
  },
}

const MOST_TOLD = 100

/** The report, line by line. */
export function tellReport(report: Report, tried: boolean, { say }: Words): string[] {
  const { read, people, members, decisions, threads, comments, reactions } = report
  const { left, differs, assumed } = report
  const others = Object.entries(read.others).map(([table, count]) => `${table} ${count}`)
  const hidden = read.brokenCount - read.broken.length
  return [
    ...(tried ? [say(SAID.tried)] : []),
    say(SAID.read, { lines: read.lines }),
    say(SAID.circles, { made: report.circles }),
    say(SAID.people, people),
    say(SAID.members, members),
    say(SAID.decisions, decisions),
    ...(threads.taken + threads.already > 0
      ? [say(SAID.threads, threads), say(SAID.comments, comments)]
      : []),
    ...(reactions.taken + reactions.left > 0 ? [say(SAID.reactions, reactions)] : []),
    ...(assumed > 0 ? [say(SAID.assumed, { assumed })] : []),
    ...left.slice(0, MOST_TOLD).map(({ what, key, title, why }) => {
      const reason = WHY[why]
      return say(SAID.left, { what: say(WHAT[what]), key, title, why: reason ? say(reason) : why })
    }),
    ...differs.slice(0, MOST_TOLD).map((one) => say(SAID.differs, one)),
    ...read.broken.map(({ line, why }) => say(SAID.broken, { line, why: say(BROKEN[why]) })),
    ...(hidden > 0 ? [say(SAID.more, { more: hidden })] : []),
    ...(others.length > 0 ? [say(SAID.others, { list: others.join(', ') })] : []),
  ]
}
