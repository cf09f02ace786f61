/** What each method does, in one sentence: the first of the three that stand beside an outcome. */
import type { MessageDescriptor } from '@lingui/core'

export const HOW: Readonly<Record<string, MessageDescriptor>> = {
  'scottish-stv': /*i18n*/ {
    id: 'decisions.how.scottish',
    message:
      'Each paper counts for the first it names; what somebody has above the quota, and what whoever has the fewest had, goes on to the next on those papers.',
  },
  wigm: /*i18n*/ {
    id: 'decisions.how.wigm',
    message:
      'Each paper counts for the first it names; surpluses above a quota with four decimals, and the papers of whoever has the fewest, go on to the next.',
  },
  meek: /*i18n*/ {
    id: 'decisions.how.meek',
    message:
      'Whoever is elected keeps just the part of every paper that they need, the rest goes on, and all is shared out anew until it fits.',
  },
  irv: /*i18n*/ {
    id: 'decisions.how.irv',
    message:
      'Whoever has the fewest goes out, and their papers count for the next on them, until somebody has more than half.',
  },
  plurality: /*i18n*/ {
    id: 'decisions.how.plurality',
    message: 'The most first preferences win, with however few.',
  },
  schulze: /*i18n*/ {
    id: 'decisions.how.schulze',
    message:
      'Each meets each in a duel; where duels go round in a circle, the strongest chains of won duels decide.',
  },
  'ranked-pairs': /*i18n*/ {
    id: 'decisions.how.ranked-pairs',
    message:
      'Each meets each in a duel; the clearest duels stand first, and one that would close a circle is left out.',
  },
  minimax: /*i18n*/ {
    id: 'decisions.how.minimax',
    message: 'Each meets each in a duel; whoever is least beaten in their worst one wins.',
  },
  borda: /*i18n*/ {
    id: 'decisions.how.borda',
    message: 'A paper gives one point for each that it puts behind; the most points win.',
  },
  approval: /*i18n*/ {
    id: 'decisions.how.approval',
    message: 'Everybody approves of any number; the most approvals win.',
  },
  score: /*i18n*/ {
    id: 'decisions.how.score',
    message: 'Everybody gives marks; the highest sums win.',
  },
  dots: /*i18n*/ {
    id: 'decisions.how.dots',
    message: 'Everybody lays the same number of dots; the most dots win.',
  },
  star: /*i18n*/ {
    id: 'decisions.how.star',
    message:
      'The two with the highest sums meet, and every sheet counts for the one that it marks higher.',
  },
  'majority-judgment': /*i18n*/ {
    id: 'decisions.how.majority-judgment',
    message: 'Each has the grade in the middle of all that were given; the highest wins.',
  },
  phragmen: /*i18n*/ {
    id: 'decisions.how.phragmen',
    message:
      'Every seat is a load that those who approve carry together; whoever can be carried most lightly is next, so that groups have seats by their size.',
  },
  'greedy-budget': /*i18n*/ {
    id: 'decisions.how.greedy-budget',
    message: 'From the most approvals down, whatever can still be paid for is funded.',
  },
  'equal-shares': /*i18n*/ {
    id: 'decisions.how.equal-shares',
    message:
      'Every sheet holds the same part of the budget, and those who approve of something pay for it together.',
  },
  hamilton: /*i18n*/ {
    id: 'decisions.how.hamilton',
    message:
      'Each has the whole seats of what is due by size; what is left goes to the largest remainders.',
  },
  dhondt: /*i18n*/ {
    id: 'decisions.how.dhondt',
    message: 'Each seat goes to the largest size, divided by one more than the seats had so far.',
  },
  'sainte-lague': /*i18n*/ {
    id: 'decisions.how.sainte-lague',
    message: 'Each seat goes to the largest size, divided by twice the seats had so far and one.',
  },
}
