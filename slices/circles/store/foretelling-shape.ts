/** What a change of shape would do, in sentences: said before it is done. */
import type { Reader } from '#kernel/database.ts'
import type { Words } from '#kernel/words.ts'
import type { Telling } from '#slices/people/index.ts'
import type { Circle } from '../rules.ts'
import { allCircles, rolesOf } from './circles.ts'
import { delegatesOf } from './delegates.ts'
import { isBody } from './joining.ts'
import { membersOn } from './members.ts'
import { hasClass, type Reshaping, reshapings } from './ports.ts'

type Counts = {
  circle: string
  to: string
  members: number
  already: number
  roles: number
  within: number
  voices: number
  classless: number
}

/** What stands in the circle now, and how it meets the other one. */
async function countsIn(
  db: Reader,
  { circle, to, now }: { circle: Circle; to: Circle | null; now: string },
): Promise<Counts> {
  const [circles, members, roles, delegates] = await Promise.all([
    allCircles(db),
    membersOn(db, circle.id),
    rolesOf(db, circle.id),
    delegatesOf(db, { circle: circle.id }),
  ])
  const there = new Set(to ? (await membersOn(db, to.id)).map(({ member }) => member) : [])
  const coming = members.filter(({ member }) => !there.has(member) && member !== to?.id)
  let classless = 0
  for (const { member, class: key } of to ? coming : [])
    if (to && !(await hasClass(db, { circle: to.id, key, body: isBody(member), now })))
      classless += 1
  return {
    circle: circle.name,
    to: to?.name ?? '',
    members: members.length,
    already: members.length - coming.length,
    roles: roles.length,
    within: circles.filter(({ parent }) => parent === circle.id).length,
    voices: delegates.length,
    classless,
  }
}

const STAYS = /*i18n*/ {
  id: 'circles.shape-stays',
  message: 'Its notes, files and gatherings stay with it, and so do its roles.',
}
const WITHIN = /*i18n*/ {
  id: 'circles.shape-within',
  message:
    '{within, plural, =0 {} one {The circle within it comes along.} other {The # circles within it come along.}}',
}
const ENDS = /*i18n*/ {
  id: 'circles.shape-ends',
  message:
    'It closes today: {members, plural, =0 {nobody was inside} one {# membership ends} other {# memberships end}}, and with them every role in it{voices, plural, =0 {} one {, and # delegate speaks no more} other {, and # delegates speak no more}}.',
}
const READ_ON = /*i18n*/ {
  id: 'circles.shape-read-on',
  message: 'Who was inside, and when, stays to be asked. It cannot be opened again.',
}

function moveSays(counts: Counts, working: boolean, words: Words): string[] {
  const joins = words.say(
    /*i18n*/ {
      id: 'circles.move-joins',
      message:
        '{joining, plural, =0 {All its members belong to {to} already.} one {# of its members becomes a member of {to}, too, since it is a working circle.} other {# of its members become members of {to}, too, since it is a working circle.}}',
    },
    { joining: counts.members - counts.already, to: counts.to },
  )
  const stewards = words.say(
    /*i18n*/ {
      id: 'circles.move-stewards',
      message:
        '{circle} will stand within {to}. The stewards of {to}, and of the circles around it, may care for it from then on.',
    },
    counts,
  )
  return [stewards, ...(working ? [joins] : []), words.say(WITHIN, counts), words.say(STAYS)]
}

function mergeSays(counts: Counts, words: Words): string[] {
  const come = words.say(
    /*i18n*/ {
      id: 'circles.merge-come',
      message:
        '{coming, plural, =0 {All its members are in {to} already; there their class stays as it is.} one {# member comes into {to}, in the class they are in.} other {# members come into {to}, in the class they are in.}} {already, plural, =0 {} one {# is there already and stays in their class.} other {# are there already and stay in their class.}}',
    },
    { ...counts, coming: counts.members - counts.already },
  )
  const classless = words.say(
    /*i18n*/ {
      id: 'circles.merge-classless',
      message:
        '{classless, plural, one {# of them begins in the first class of {to}, which has no such class.} other {# of them begin in the first class of {to}, which has no such class.}}',
    },
    counts,
  )
  return [
    come,
    ...(counts.classless > 0 ? [classless] : []),
    words.say(WITHIN, counts),
    words.say(ENDS, counts),
    words.say(READ_ON),
  ]
}

function splitSays(counts: Counts, chosen: number, words: Words): string[] {
  const go = words.say(
    /*i18n*/ {
      id: 'circles.split-go',
      message:
        '{chosen, plural, =0 {Choose who goes.} one {# member leaves {circle} today and begins in the new circle, in their class; roles that they hold in {circle} end.} other {# members leave {circle} today and begin in the new circle, in their class; roles that they hold in {circle} end.}}',
    },
    { chosen, circle: counts.circle },
  )
  const beside = words.say(
    /*i18n*/ {
      id: 'circles.split-beside',
      message:
        'The new circle stands beside {circle}. Circles within, notes, files and gatherings stay with {circle}.',
    },
    counts,
  )
  return [go, beside]
}

const RESTS = /*i18n*/ {
  id: 'circles.rest-says',
  message:
    'Members and roles stay. Nobody calls gatherings of {circle} until it is woken; those that are called already stand.',
}
const WAKES = /*i18n*/ {
  id: 'circles.wake-says',
  message: 'Gatherings of {circle} are called again, as its members are used to.',
}

export type Act = Reshaping['act']
export type Foretelling = { circle: Circle; to: Circle | null; act: Act; chosen: number }

/** The sentences of circles, and those of later slices after them. */
export async function foretellShape(
  db: Reader,
  { circle, to, act, chosen }: Foretelling,
  telling: Telling,
): Promise<string[]> {
  const { words, now } = telling
  const circles = await allCircles(db)
  const around = circles.find(({ id }) => id === circle.parent) ?? null
  const counts = await countsIn(db, { circle, to, now })
  const later = async (goes: Circle | null) => {
    const told = reshapings
      .all()
      .map(([, ask]) => ask(db, { act, circle: circle.id, to: goes }, telling))
    return (await Promise.all(told)).flat()
  }
  const says = {
    move: () => moveSays(counts, circle.kind === 'working', words),
    merge: () => mergeSays(counts, words),
    split: () => splitSays(counts, chosen, words),
    rest: () => [words.say(RESTS, counts)],
    wake: () => [words.say(WAKES, counts)],
    close: () => [words.say(ENDS, counts), words.say(READ_ON)],
  }[act]()
  const goes = act === 'merge' ? to : act === 'close' ? around : null
  return [...says.filter((line) => line.trim() !== ''), ...(await later(goes))]
}
