/** A pad as Etherpad exports it, small enough to be read by people. */
const ADA = 'a.ada0000000000000'
const VERA = 'a.vera000000000000'

export function revision(changeset: string, author: string, timestamp = 1_700_000_000_000) {
  return { changeset, meta: { author, timestamp } }
}

/** A pad of two: a heading, a nested list, a struck word, a chat, a saved revision. */
export const padOfTwo = {
  'pad:spring_cleaning': {
    atext: { text: '', attribs: '' },
    pool: {
      numToAttrib: {
        '0': ['author', ADA],
        '1': ['author', VERA],
        '2': ['heading', 'h1'],
        '3': ['lmkr', '1'],
        '4': ['list', 'bullet1'],
        '5': ['list', 'bullet2'],
        '6': ['strikethrough', 'true'],
        '7': ['insertorder', 'first'],
      },
      nextNum: 8,
    },
    head: 3,
    chatHead: 1,
    publicStatus: false,
    savedRevisions: [
      { revNum: 1, savedById: ADA, label: 'before lunch', timestamp: 1_700_000_100_000, id: 'x' },
    ],
  },
  [`globalAuthor:${ADA}`]: {
    colorId: 2,
    name: 'Ada Oduya',
    timestamp: 1,
    padIDs: 'spring_cleaning',
  },
  [`globalAuthor:${VERA}`]: {
    colorId: '#12AB9f',
    name: 'Вера Ильина',
    timestamp: 1,
    padIDs: 'spring_cleaning',
  },
  'pad:spring_cleaning:revs:0': revision('Z:1>8*0*2*3+1*0|1+7$*Spring\n', ADA),
  'pad:spring_cleaning:revs:1': revision('Z:9>a|1=8*1*7*4*3+1*1|1+9$*the hall\n', VERA),
  'pad:spring_cleaning:revs:2': revision('Z:j>8|2=i*0*5*3+1*0|1+7$*chairs\n', ADA),
  'pad:spring_cleaning:revs:3': revision('Z:r>0|1=8=5*6=4$', VERA),
  'pad:spring_cleaning:chat:0': {
    text: 'who has the brooms?',
    authorId: VERA,
    time: 1_700_000_000_000,
  },
  'pad:spring_cleaning:chat:1': {
    text: 'me',
    userId: ADA,
    time: 1_700_000_060_000,
    userName: 'Ada',
  },
  'comments:spring_cleaning': { any: 'plugin' },
}
