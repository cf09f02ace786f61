/** The words of letters about ballots that come by other ways than the hall. */

export const VOICE_LETTERS = {
  mandated: {
    subject: /*i18n*/ {
      id: 'decisions.mail.mandated',
      message: 'Your co-op has decided how it votes: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.mandated-text',
      message:
        'You speak for a co-op in {circle}. It has decided how it votes on this:\n\n{title}\n\nIts mandate stands beside the ballot, which you cast until {until} ({zone}):\n{link}',
    },
  },
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
  phone: {
    subject: /*i18n*/ {
      id: 'decisions.mail.phone',
      message: 'Your vote was recorded: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.phone-text',
      message:
        'In {circle} a vote that you gave by phone was recorded:\n\n{title}\n\nSee what was written down, and by whom. If it is not what you said, or you said nothing, vote yourself until {until} ({zone}): your own ballot takes its place.\n\n{link}',
    },
  },
  'proxy-given': {
    subject: /*i18n*/ {
      id: 'decisions.mail.proxy-given',
      message: 'You are asked to vote for another: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.proxy-given-text',
      message:
        'In {circle} a member asks you in writing to vote for them:\n\n{title}\n\nThe page of the decision says who, with their words. Vote for them there once it is open, as you judge and otherwise than for yourself if you like; or lay it down.\n\n{link}',
    },
  },
  'proxy-ended': {
    subject: /*i18n*/ {
      id: 'decisions.mail.proxy-ended',
      message: 'A proxy has ended: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.proxy-ended-text',
      message:
        'In {circle} a proxy between you and another member was taken back or laid down:\n\n{title}\n\nWhat was cast by then stays until the member votes themselves.\n\n{link}',
    },
  },
  extended: {
    subject: /*i18n*/ { id: 'decisions.mail.extended', message: 'Open for longer: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.extended-text',
      message:
        'Too few took part in a decision of {circle}, so by its rules it is open for longer:\n\n{title}\n\nIt closes on {until} ({zone}). Who has voted need do nothing; ballots may still be changed.\n\n{link}',
    },
  },
  'option-withdrawn': {
    subject: /*i18n*/ {
      id: 'decisions.mail.option-withdrawn',
      message: 'Somebody or something withdrew: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.option-withdrawn-text',
      message:
        'In a decision of {circle} one of those to choose from has withdrawn:\n\n{title}\n\nYour ballot stays as you cast it: it counts for whom or what it names next. You may change it until {until} ({zone}).\n\n{link}',
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
