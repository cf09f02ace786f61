/** The words of the form for kinds of decision. */
export const asks = {
  kinds: {
    title: /*i18n*/ { id: 'decisions.ask.kinds', message: 'Kinds of decision' },
    hint: /*i18n*/ {
      id: 'decisions.ask.kinds-hint',
      message:
        'What no kind describes can’t be put to a vote. How these rules change stands in section 9.',
    },
    item: /*i18n*/ { id: 'decisions.ask.kind', message: 'a kind' },
  },
  key: {
    title: /*i18n*/ { id: 'decisions.ask.key', message: 'Short name' },
    hint: /*i18n*/ {
      id: 'decisions.ask.key-hint',
      message: 'Small letters and hyphens. It never changes; decisions are kept by it.',
    },
  },
  name: { title: /*i18n*/ { id: 'decisions.ask.name', message: 'Name' } },
  about: { title: /*i18n*/ { id: 'decisions.ask.about', message: 'What it is about' } },
  above: {
    title: /*i18n*/ { id: 'decisions.ask.above', message: 'For spending above' },
    as: 'money' as const,
  },
  opens: { title: /*i18n*/ { id: 'decisions.ask.opens', message: 'Who may propose it' } },
  supporters: {
    title: /*i18n*/ {
      id: 'decisions.ask.supporters',
      message: 'Members who must support it first',
    },
    hint: /*i18n*/ {
      id: 'decisions.ask.supporters-hint',
      message: 'Beside whoever proposes it.',
    },
  },
  voters: {
    title: /*i18n*/ { id: 'decisions.ask.voters', message: 'Which classes vote' },
    hint: /*i18n*/ {
      id: 'decisions.ask.voters-hint',
      message: 'None named means every class that votes.',
    },
    refersTo: 'class',
    item: /*i18n*/ { id: 'decisions.ask.class', message: 'a class' },
  },
  inClass: {
    title: /*i18n*/ { id: 'decisions.ask.in-class', message: 'Class' },
    refersTo: 'class',
  },
  method: { title: /*i18n*/ { id: 'decisions.ask.method', message: 'How it is decided' } },
  base: { title: /*i18n*/ { id: 'decisions.ask.base', message: 'Of whom' } },
  threshold: {
    title: /*i18n*/ { id: 'decisions.ask.threshold', message: 'A part must be in favour' },
  },
  reach: {
    title: /*i18n*/ { id: 'decisions.ask.reach', message: 'How much' },
    as: 'fraction' as const,
  },
  strict: {
    title: /*i18n*/ { id: 'decisions.ask.strict', message: 'More than that, not just as much' },
  },
  inEach: {
    title: /*i18n*/ { id: 'decisions.ask.in-each', message: 'Also in each class on its own' },
  },
  absent: {
    title: /*i18n*/ { id: 'decisions.ask.absent', message: 'A class of which nobody votes' },
  },
  block: { title: /*i18n*/ { id: 'decisions.ask.block', message: 'Blocks' } },
  allowed: {
    title: /*i18n*/ { id: 'decisions.ask.allowed', message: 'Blocks that do not stop it yet' },
  },
  overcome: {
    title: /*i18n*/ { id: 'decisions.ask.overcome', message: 'In favour, to overcome blocks' },
    as: 'fraction' as const,
  },
  leastFavour: {
    title: /*i18n*/ { id: 'decisions.ask.least-favour', message: 'At least so many in favour' },
  },
  mostAgainst: {
    title: /*i18n*/ { id: 'decisions.ask.most-against', message: 'At most so many against' },
  },
  asideMost: {
    title: /*i18n*/ {
      id: 'decisions.ask.aside-most',
      message: 'At most such a part stands aside',
    },
    as: 'fraction' as const,
  },
  count: { title: /*i18n*/ { id: 'decisions.ask.count', message: 'How rankings are counted' } },
  countMarks: {
    title: /*i18n*/ { id: 'decisions.ask.count-marks', message: 'How marks are counted' },
  },
  ties: {
    title: /*i18n*/ { id: 'decisions.ask.ties', message: 'What a tie does' },
    hint: /*i18n*/ {
      id: 'decisions.ask.ties-hint',
      message: 'Without it nothing of this kind can be opened.',
    },
  },
  mostMarks: {
    title: /*i18n*/ { id: 'decisions.ask.most-marks', message: 'At most so many options each' },
  },
  scoreLeast: { title: /*i18n*/ { id: 'decisions.ask.score-least', message: 'Lowest score' } },
  scoreMost: { title: /*i18n*/ { id: 'decisions.ask.score-most', message: 'Highest score' } },
  dots: { title: /*i18n*/ { id: 'decisions.ask.dots', message: 'Dots for each voter' } },
  mostOnOne: {
    title: /*i18n*/ { id: 'decisions.ask.most-on-one', message: 'Most dots on one option' },
  },
  weights: { title: /*i18n*/ { id: 'decisions.ask.weights', message: 'What a vote weighs' } },
  shares: {
    title: /*i18n*/ { id: 'decisions.ask.shares', message: 'The part of each class' },
    item: /*i18n*/ { id: 'decisions.ask.share', message: 'the part of a class' },
  },
  part: {
    title: /*i18n*/ { id: 'decisions.ask.part', message: 'Its part of the whole' },
    as: 'fraction' as const,
  },
  most: {
    title: /*i18n*/ { id: 'decisions.ask.most', message: 'Classes that hold at most a part' },
    item: /*i18n*/ { id: 'decisions.ask.bound', message: 'a bound' },
  },
  least: {
    title: /*i18n*/ { id: 'decisions.ask.least', message: 'Classes that hold at least a part' },
    item: /*i18n*/ { id: 'decisions.ask.bound', message: 'a bound' },
  },
  quorum: { title: /*i18n*/ { id: 'decisions.ask.quorum', message: 'A quorum' } },
  quorumOf: { title: /*i18n*/ { id: 'decisions.ask.quorum-of', message: 'Part of what' } },
  talkDays: {
    title: /*i18n*/ { id: 'decisions.ask.talk', message: 'Days to talk about it first' },
  },
  leastDays: {
    title: /*i18n*/ { id: 'decisions.ask.least-days', message: 'Open for at least so many days' },
  },
  mostDays: {
    title: /*i18n*/ { id: 'decisions.ask.most-days', message: 'Open for at most so many days' },
  },
  urgent: { title: /*i18n*/ { id: 'decisions.ask.urgent', message: 'An urgent path' } },
  urgentDays: {
    title: /*i18n*/ {
      id: 'decisions.ask.urgent-days',
      message: 'Then open for at least so many days',
    },
  },
  secrecy: { title: /*i18n*/ { id: 'decisions.ask.secrecy', message: 'Who sees the ballots' } },
  shows: { title: /*i18n*/ { id: 'decisions.ask.shows', message: 'When results show' } },
  reviewDays: {
    title: /*i18n*/ { id: 'decisions.ask.review', message: 'Asked again after so many days' },
  },
}

export const choices = {
  about: {
    ordinary: /*i18n*/ { id: 'decisions.about.ordinary', message: 'ordinary matters' },
    extraordinary: /*i18n*/ { id: 'decisions.about.extraordinary', message: 'matters of weight' },
    election: /*i18n*/ { id: 'decisions.about.election', message: 'an election to a role' },
    membership: /*i18n*/ { id: 'decisions.about.membership', message: 'who comes in or goes' },
    spending: /*i18n*/ { id: 'decisions.about.spending', message: 'spending' },
    rules: /*i18n*/ { id: 'decisions.about.rules', message: 'a change of these rules' },
  },
  opens: {
    propose: /*i18n*/ {
      id: 'decisions.opens.propose',
      message: 'whoever has the right to propose',
    },
    vote: /*i18n*/ { id: 'decisions.opens.vote', message: 'whoever votes on it' },
    steward: /*i18n*/ { id: 'decisions.opens.steward', message: 'the stewards' },
  },
  method: {
    question: /*i18n*/ { id: 'decisions.method.question', message: 'In favour or against' },
    consensus: /*i18n*/ { id: 'decisions.method.consensus', message: 'Consensus with levels' },
    consent: /*i18n*/ { id: 'decisions.method.consent', message: 'Consent: no objection stands' },
    ranked: /*i18n*/ { id: 'decisions.method.ranked', message: 'Ranking options' },
    approval: /*i18n*/ { id: 'decisions.method.approval', message: 'Approving of options' },
    score: /*i18n*/ { id: 'decisions.method.score', message: 'Scoring options' },
    dots: /*i18n*/ { id: 'decisions.method.dots', message: 'Laying dots on options' },
    advice: /*i18n*/ {
      id: 'decisions.method.advice',
      message: 'Advice: whoever proposes it decides, having asked',
    },
  },
  base: {
    cast: /*i18n*/ { id: 'decisions.base.cast', message: 'of the votes cast, without abstentions' },
    'cast-and-abstained': /*i18n*/ {
      id: 'decisions.base.abstained',
      message: 'of all who took part',
    },
    present: /*i18n*/ { id: 'decisions.base.present', message: 'of those present' },
    eligible: /*i18n*/ { id: 'decisions.base.eligible', message: 'of all on the roll' },
  },
  absent: {
    fails: /*i18n*/ { id: 'decisions.absent.fails', message: 'stops it' },
    'left-out': /*i18n*/ { id: 'decisions.absent.left-out', message: 'is left out' },
    'fails-if-any': /*i18n*/ {
      id: 'decisions.absent.fails-if-any',
      message: 'stops it, unless nobody of it is on the roll',
    },
  },
  block: {
    forbidden: /*i18n*/ { id: 'decisions.block.forbidden', message: 'there are none' },
    stops: /*i18n*/ { id: 'decisions.block.stops', message: 'stop it' },
    overcome: /*i18n*/ {
      id: 'decisions.block.overcome',
      message: 'stop it unless so many are in favour',
    },
  },
  count: {
    'scottish-stv': /*i18n*/ {
      id: 'decisions.count.scottish',
      message: 'single transferable vote, Scottish rules of 2007',
    },
    meek: /*i18n*/ { id: 'decisions.count.meek', message: 'single transferable vote by Meek' },
    wigm: /*i18n*/ {
      id: 'decisions.count.wigm',
      message: 'single transferable vote, weighted inclusive Gregory',
    },
    irv: /*i18n*/ { id: 'decisions.count.irv', message: 'instant runoff, one seat' },
    schulze: /*i18n*/ { id: 'decisions.count.schulze', message: 'in pairs by Schulze, one seat' },
    'ranked-pairs': /*i18n*/ { id: 'decisions.count.pairs', message: 'by ranked pairs, one seat' },
    minimax: /*i18n*/ { id: 'decisions.count.minimax', message: 'by Minimax, one seat' },
    borda: /*i18n*/ { id: 'decisions.count.borda', message: 'by points of Borda' },
    plurality: /*i18n*/ { id: 'decisions.count.plurality', message: 'by the most first choices' },
  },
  countMarks: {
    approval: /*i18n*/ {
      id: 'decisions.count.approval',
      message: 'those with the most approvals win',
    },
    phragmen: /*i18n*/ {
      id: 'decisions.count.phragmen',
      message: 'in proportion to who approves (Phragmén)',
    },
    score: /*i18n*/ { id: 'decisions.count.score', message: 'those with the highest sum win' },
    star: /*i18n*/ {
      id: 'decisions.count.star',
      message: 'the two highest meet in a runoff (STAR), one seat',
    },
    'majority-judgment': /*i18n*/ {
      id: 'decisions.count.judgment',
      message: 'by the grade in the middle (majority judgment)',
    },
  },
  ties: {
    lot: /*i18n*/ {
      id: 'decisions.ties.lot',
      message: 'a lot decides, drawn before the first ballot',
    },
    again: /*i18n*/ { id: 'decisions.ties.again', message: 'it is asked again' },
  },
  weights: {
    flat: /*i18n*/ { id: 'decisions.weights.flat', message: 'one each' },
    class: /*i18n*/ {
      id: 'decisions.weights.class',
      message: 'as many as its class has by section 2',
    },
    'share-by-votes': /*i18n*/ {
      id: 'decisions.weights.by-votes',
      message: 'each class holds a part, divided among its votes',
    },
    'share-by-roll': /*i18n*/ {
      id: 'decisions.weights.by-roll',
      message: 'each class holds a part, divided among all of it',
    },
    bounds: /*i18n*/ {
      id: 'decisions.weights.bounds',
      message: 'one each, within bounds for a class',
    },
  },
  empty: {
    lapses: /*i18n*/ { id: 'decisions.empty.lapses', message: 'its part goes to the others' },
    'not-in-favour': /*i18n*/ {
      id: 'decisions.empty.not',
      message: 'its part counts as not in favour',
    },
  },
  quorumOf: {
    voters: /*i18n*/ { id: 'decisions.quorum.voters', message: 'of all on the roll' },
    weight: /*i18n*/ { id: 'decisions.quorum.weight', message: 'of the weight on the roll' },
    'each-class': /*i18n*/ { id: 'decisions.quorum.each', message: 'of each class on the roll' },
  },
  secrecy: {
    open: /*i18n*/ {
      id: 'decisions.secrecy.open',
      message: 'open: the circle sees who voted what',
    },
    named: /*i18n*/ {
      id: 'decisions.secrecy.named',
      message: 'named: those on the roll see who voted what',
    },
    secret: /*i18n*/ {
      id: 'decisions.secrecy.secret',
      message: 'secret: the circle sees who took a paper, nobody sees who voted what',
    },
  },
  shows: {
    close: /*i18n*/ { id: 'decisions.shows.close', message: 'at the close' },
    open: /*i18n*/ { id: 'decisions.shows.open', message: 'while it is open' },
  },
}
