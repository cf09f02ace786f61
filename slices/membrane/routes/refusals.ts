/** What people are told when it can't be, and what to do next. */
import type { RefusalMeaning, RefusalMeanings } from '#kernel/problem.ts'

type Message = { id: string; message: string }
const conflict = (say: Message): RefusalMeaning => ({ status: 409, say })

export const refusals: RefusalMeanings = {
  'no-such-way': conflict(
    /*i18n*/ {
      id: 'membrane.no-such-way',
      message:
        'One does not come into this class in this way. Look on the page of the membrane how one does.',
    },
  ),
  'inside-already': conflict(
    /*i18n*/ {
      id: 'membrane.inside-already',
      message: 'You are inside already. Stewards can put you into another class.',
    },
  ),
  'applied-already': conflict(
    /*i18n*/ {
      id: 'membrane.applied-already',
      message: 'You have applied already. Your application says where it stands.',
    },
  ),
  'class-full': conflict(
    /*i18n*/ {
      id: 'membrane.class-full',
      message: 'This class is full. Ask the stewards when there will be a place.',
    },
  ),
  'put-out-before': conflict(
    /*i18n*/ {
      id: 'membrane.put-out-before',
      message:
        'You were put out of this circle. By its rules you may apply again from {day} on; until then write to the stewards if something has changed.',
    },
  ),
  'put-out-for-good': conflict(
    /*i18n*/ {
      id: 'membrane.put-out-for-good',
      message:
        'You were put out of this circle. By its rules only a decision of the circle opens it to you again: appeal, or write to the stewards.',
    },
  ),
  'answers-missing': {
    status: 422,
    say: /*i18n*/ {
      id: 'membrane.answers-missing',
      message: 'Some questions have no answer yet. Answer each, then send it again.',
    },
  },
  'coop-needed': {
    status: 422,
    say: /*i18n*/ {
      id: 'membrane.coop-needed',
      message: 'This class is for co-ops. Say for which co-op you apply.',
    },
  },
  'words-missing': {
    status: 422,
    say: /*i18n*/ {
      id: 'membrane.words-missing',
      message: 'There are no words in it yet. Write them, then send it again.',
    },
  },
  'too-many-uses': conflict(
    /*i18n*/ {
      id: 'membrane.too-many-uses',
      message:
        'By the rules one link lets at most {most} in. Choose a smaller number, or make several.',
    },
  ),
  'application-over': conflict(
    /*i18n*/ {
      id: 'membrane.application-over',
      message: 'This application is over. Read it again to see how it ended.',
    },
  ),
  'own-application': conflict(
    /*i18n*/ {
      id: 'membrane.own-application',
      message: 'That is for others: it is your own application. You can answer, or withdraw it.',
    },
  ),
  'not-a-decider': conflict(
    /*i18n*/ {
      id: 'membrane.not-a-decider',
      message: 'Consent is asked of those who decide. You can vouch, ask and object.',
    },
  ),
  'reason-needed': {
    status: 422,
    say: /*i18n*/ {
      id: 'membrane.reason-needed',
      message: 'Nobody is refused without a reason. Write it, then refuse.',
    },
  },
  'sponsors-missing': conflict(
    /*i18n*/ {
      id: 'membrane.sponsors-missing',
      message:
        '{count, plural, one {One more member has} other {# more members have}} to vouch first. Ask somebody who knows them.',
    },
  ),
  'still-waiting': conflict(
    /*i18n*/ {
      id: 'membrane.still-waiting',
      message: 'Until {day} all may ask and object. Decide after that.',
    },
  ),
  'first-not-there': conflict(
    /*i18n*/ {
      id: 'membrane.first-not-there',
      message: 'What is given first has not come. Accept when it has been recorded.',
    },
  ),
  'first-lacks': conflict(
    /*i18n*/ {
      id: 'membrane.first-lacks',
      message:
        'Something is given first, and not all of it has come. The page says what is lacking.',
    },
  ),
  'objection-stands': conflict(
    /*i18n*/ {
      id: 'membrane.objection-stands',
      message:
        '{count, plural, one {An objection stands} other {# objections stand}}. Talk until it is taken back, or refuse.',
    },
  ),
  'consent-missing': conflict(
    /*i18n*/ {
      id: 'membrane.consent-missing',
      message:
        '{count, plural, one {One more member of the circle that decides has} other {# more members of the circle that decides have}} to consent first.',
    },
  ),
  'notice-first': conflict(
    /*i18n*/ {
      id: 'membrane.notice-first',
      message: 'The rules ask for notice. Give it under “Leave, rest: the ways out”.',
    },
  ),
  'no-pause': conflict(
    /*i18n*/ {
      id: 'membrane.no-pause',
      message: 'The rules of this circle have no pause. Ask the stewards what could help.',
    },
  ),
  'pause-granted': conflict(
    /*i18n*/ {
      id: 'membrane.pause-granted',
      message: 'By the rules the stewards grant a pause. Ask one of them.',
    },
  ),
  'pause-too-long': conflict(
    /*i18n*/ {
      id: 'membrane.pause-too-long',
      message:
        'By the rules a pause lasts at most {days, plural, one {a day} other {# days}}. Choose fewer.',
    },
  ),
  'no-process': conflict(
    /*i18n*/ {
      id: 'membrane.no-process',
      message: 'The rules do not say how somebody is put out. Write that into the rules first.',
    },
  ),
  'case-open': conflict(
    /*i18n*/ {
      id: 'membrane.case-open',
      message: 'Such a process is open already. Read it, and go on there.',
    },
  ),
  'case-over': conflict(
    /*i18n*/ { id: 'membrane.case-over', message: 'This was decided already. Read the decision.' },
  ),
  'own-case': conflict(
    /*i18n*/ {
      id: 'membrane.own-case',
      message: 'Somebody else decides on this: you are part of it. Ask another who may.',
    },
  ),
  'notice-runs': conflict(
    /*i18n*/ {
      id: 'membrane.notice-runs',
      message: 'The notice runs until {day}. Decide after that.',
    },
  ),
  'not-heard': conflict(
    /*i18n*/ {
      id: 'membrane.not-heard',
      message:
        'The rules promise a hearing, and none was set. Set its day, or wait for their answer in writing.',
    },
  ),
  'hearing-comes': conflict(
    /*i18n*/ {
      id: 'membrane.hearing-comes',
      message: 'The hearing is on {day}. Decide after that.',
    },
  ),
  'hearing-early': conflict(
    /*i18n*/ {
      id: 'membrane.hearing-early',
      message: 'They need time to prepare. Choose a time for the hearing after {day}.',
    },
  ),
  'voices-differ': conflict(
    /*i18n*/ {
      id: 'membrane.voices-differ',
      message: 'It is decided by consent, and somebody says that they stay. Talk until you agree.',
    },
  ),
  'voices-missing': conflict(
    /*i18n*/ {
      id: 'membrane.voices-missing',
      message:
        'It is decided together: {count, plural, one {one more of you has} other {# more of you have}} to say so first.',
    },
  ),
  'ending-unfit': {
    status: 422,
    say: /*i18n*/ {
      id: 'membrane.ending-unfit',
      message: 'A person dies, a co-op is dissolved. Choose the one that fits.',
    },
  },
  'no-ending': conflict(
    /*i18n*/ {
      id: 'membrane.no-ending',
      message:
        'There is nothing to take back: it is longer ago than thirty days, or was taken back already.',
    },
  ),
  'table-too-long': {
    status: 413,
    say: /*i18n*/ {
      id: 'membrane.table-too-long',
      message: 'The table has more than 50,000 lines. Divide it, and send the parts.',
    },
  },
  'table-empty': {
    status: 422,
    say: /*i18n*/ {
      id: 'membrane.table-empty',
      message: 'There is nothing in this table. Its first line names the columns.',
    },
  },
  'no-appeal': conflict(
    /*i18n*/ {
      id: 'membrane.no-appeal',
      message: 'There is nothing to appeal here, or the time for it is over.',
    },
  ),
}
