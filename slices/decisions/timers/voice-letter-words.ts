/** The words of letters about ballots that come by other ways than the hall. */

export const VOICE_LETTERS = {
  'by-link': {
    subject: /*i18n*/ {
      id: 'decisions.mail.by-link',
      message: 'Your ballot was cast by a link: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.by-link-text',
      message:
        'In {circle} a ballot was cast by the link in a mail to you:\n\n{title}\n\nIf that was you, nothing is to be done; you may change it until {until} ({zone}).\n\nIf it was not you, open the link, press “I did not cast this ballot”, and vote anew:\n{link}',
    },
  },
  'not-me': {
    subject: /*i18n*/ {
      id: 'decisions.mail.not-me',
      message: 'Somebody did not cast their ballot: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.not-me-text',
      message:
        'In {circle} somebody on the roll says that a ballot which was cast by their link was not cast by them:\n\n{title}\n\nTheir links are stopped, and they were asked to sign in and vote anew until {until} ({zone}). Speak with them; if it can’t be mended before the close, the decision can be called void.\n\n{link}',
    },
  },
}

export const LINKS = {
  intro: /*i18n*/ {
    id: 'decisions.mail.links',
    message:
      'Or vote without signing in. This opens the ballot, and casts nothing by itself; it is for you alone, so pass this mail on to nobody:',
  },
  own: /*i18n*/ { id: 'decisions.mail.link-own', message: 'Your ballot: {address}' },
  other: /*i18n*/ {
    id: 'decisions.mail.link-other',
    message: 'The ballot of {name}: {address}',
  },
}
