/** The words of the porch. */
export const say = {
  title: /*i18n*/ { id: 'room.porch.title', message: 'Come in · {title}' },
  name: /*i18n*/ { id: 'room.porch.name', message: 'Your name' },
  comeIn: /*i18n*/ { id: 'room.porch.come-in', message: 'Come in' },
  doorsOpen: /*i18n*/ { id: 'room.porch.doors-open', message: 'The doors are open.' },
  now: /*i18n*/ { id: 'room.porch.now', message: 'Now: {title}.' },
  floor: /*i18n*/ { id: 'room.porch.floor', message: '{who} has the floor.' },
  inside: /*i18n*/ {
    id: 'room.porch.inside',
    message:
      '{count, plural, =0 {Nobody is inside yet.} one {# person is inside.} other {# people are inside.}} No account, nothing to install.',
  },
  wordsPublic: /*i18n*/ {
    id: 'room.porch.words-public',
    message:
      'What you write in the chat is read by everybody in the room and stands in the minutes, which are public; private lines are read by the two alone and never stand there.',
  },
  wordsMembers: /*i18n*/ {
    id: 'room.porch.words-members',
    message:
      'What you write in the chat is read by everybody in the room and stands in the minutes, which members read; private lines are read by the two alone and never stand there.',
  },
  wordsInvited: /*i18n*/ {
    id: 'room.porch.words-invited',
    message:
      'What you write in the chat is read by everybody in the room and stands in the minutes, which those who were invited read; private lines are read by the two alone and never stand there.',
  },
  lost: /*i18n*/ {
    id: 'room.porch.lost',
    message: 'The hall did not answer. Your name is still here; try again in a moment.',
  },
  noScript: /*i18n*/ {
    id: 'room.porch.no-script',
    message: 'The room needs JavaScript. Switch it on for this page, then load it again.',
  },
}
