/** The words of letters about objections, judgments and advice. */

export const CONSENT_LETTERS = {
  objected: {
    subject: /*i18n*/ { id: 'decisions.mail.objected', message: 'An objection: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.objected-text',
      message:
        'Somebody objects to what you proposed in {circle}:\n\n{title}\n\nIt does not open while the objection is open. Read what harm they see, and what would answer it; then change the text and say that it answers the objection, or say that talk about it is at its end:\n{link}',
    },
  },
  'objection-answered': {
    subject: /*i18n*/ {
      id: 'decisions.mail.objection-answered',
      message: 'Does this answer your objection? {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.objection-answered-text',
      message:
        'You objected to a proposal in {circle}. Whoever proposed it says that the text as it stands now answers your objection:\n\n{title}\n\nSay whether it does, within seven days. If you say nothing, your objection is kept; it is never read as answered by silence:\n{link}',
    },
  },
  'objection-moved': {
    subject: /*i18n*/ {
      id: 'decisions.mail.objection-moved',
      message: 'An objection to your proposal moved: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.objection-moved-text',
      message:
        'Something became of an objection to what you proposed in {circle}: it was confirmed as answered, found not answered, kept, or withdrawn.\n\n{title}\n\nRead what, and what is next:\n{link}',
    },
  },
  'objection-kept': {
    subject: /*i18n*/ {
      id: 'decisions.mail.objection-kept',
      message: 'Your objection is kept: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.objection-kept-text',
      message:
        'Talk about your objection to a proposal in {circle} is at its end. It holds up the opening no more, and stands beside the ballot for all to read:\n\n{title}\n\nIt counts when you vote so once it is open:\n{link}',
    },
  },
  'objection-judged': {
    subject: /*i18n*/ {
      id: 'decisions.mail.objection-judged',
      message: 'Your objection was judged: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.objection-judged-text',
      message:
        'A steward of {circle} judged, as the rules let them, that your objection is not valid: that it gives no reason why the proposal would harm what the circle is there for.\n\n{title}\n\nRead their reason. You may object anew, with another reason:\n{link}',
    },
  },
  'ballot-judged': {
    subject: /*i18n*/ {
      id: 'decisions.mail.ballot-judged',
      message: 'The objection of your ballot was judged: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.ballot-judged-text',
      message:
        'You object with your ballot to a decision of {circle}. A steward judged, as the rules let them, that the objection is not valid, so it is not in the way:\n\n{title}\n\nRead their reason. Until {until} ({zone}) you may change your ballot; the judgment falls with it:\n{link}',
    },
  },
  'objection-carried': {
    subject: /*i18n*/ {
      id: 'decisions.mail.objection-carried',
      message: 'Proposed again, with your objection: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.objection-carried-text',
      message:
        'Your objection stood, and a decision of {circle} did not pass. It is proposed again, and your objection was taken along to be answered:\n\n{title}\n\nRead the new text:\n{link}',
    },
  },
  'advice-asked': {
    subject: /*i18n*/ {
      id: 'decisions.mail.advice-asked',
      message: 'Your advice is asked: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.advice-asked-text',
      message:
        'Somebody in {circle} is to decide something and asks for your advice first:\n\n{title}\n\nRead it, and say what you think. You may change that until it is decided:\n{link}',
    },
  },
  'advice-given': {
    subject: /*i18n*/ { id: 'decisions.mail.advice-given', message: 'Advice for you: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.advice-given-text',
      message:
        'Somebody gave you advice on what you proposed in {circle}:\n\n{title}\n\nRead it, and decide when you heard those you asked:\n{link}',
    },
  },
  'advice-decided': {
    subject: /*i18n*/ { id: 'decisions.mail.advice-decided', message: 'Decided: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.advice-decided-text',
      message:
        'What you were asked about in {circle}, or gave advice on, was decided:\n\n{title}\n\nRead what was decided, and how your advice was taken:\n{link}',
    },
  },
}
