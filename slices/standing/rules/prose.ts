/** Duties and standing as sentences: one rule, one sentence, one key that stays. */
import type { Named, Say, Sentence } from '#slices/constitutions/index.ts'
import type { Behind, DutiesPart, Duty, Exemption } from './duty.ts'
import { asksText } from './prose-asks.ts'
import {
  BEHIND_TEXT,
  BELONG_TEXT,
  COMING_TEXT,
  EXEMPT_TEXT,
  GIFT_TEXT,
  GRACE_TEXT,
  HOLD_TEXT,
  PART_TEXT,
  RESTING_TEXT,
  SLIDING,
  SEEN_TEXT,
} from './prose-words.ts'

/** Joins words: "a, b and c". */
export function listed(parts: readonly string[], say: Say): string {
  if (parts.length === 0) return ''
  return parts.reduce((before, next, at) =>
    at < parts.length - 1
      ? `${before}, ${next}`
      : say(/*i18n*/ { id: 'standing.and', message: '{before} and {next}' }, { before, next }),
  )
}

function nameOf(named: readonly Named[], kind: string, key: string): string {
  return named.find((one) => one.kind === kind && one.key === key)?.name ?? key
}

function asked({ asks, every }: Duty) {
  const kind = asks[0]?.kind
  if (kind === 'attendance') return COMING_TEXT[every]
  if (kind === 'circles') return BELONG_TEXT
  return kind === 'roles' ? HOLD_TEXT : GIFT_TEXT[every]
}

function dutyText(duty: Duty, say: Say, named: readonly Named[]): string {
  const classes = duty.classes.map((key) => nameOf(named, 'class', key))
  const kind = duty.asks[0]?.kind
  const always = kind === 'circles' || kind === 'roles'
  return [
    say(asked(duty), { who: listed(classes, say), asks: asksText(duty.asks, say) }),
    ...(always || duty.every === 'once' ? [] : [say(PART_TEXT[duty.part])]),
    ...(duty.asks.some((ask) => ask.kind === 'dues' && ask.most !== null) ? [say(SLIDING)] : []),
    say(GRACE_TEXT[always ? 'always' : duty.due], { days: duty.grace }),
  ].join(' ')
}

function exemptText({ for: who }: Exemption) {
  if (who.kind === 'role') return who.roles.length > 0 ? EXEMPT_TEXT.role : EXEMPT_TEXT.anyRole
  if (who.kind === 'hardship') return EXEMPT_TEXT.hardship
  return who.circle === null ? EXEMPT_TEXT.anyCircle : EXEMPT_TEXT.circle
}

/** A duty as it is referred to: by what it asks; a duty of past rules by its key. */
export function dutyName(duties: readonly Duty[], key: string, say: Say): string {
  const duty = duties.find((one) => one.key === key)
  return duty ? asksText(duty.asks, say) : key
}

function exemptionText(
  exemption: Exemption,
  duties: readonly Duty[],
  say: Say,
  named: readonly Named[],
) {
  const from = exemption.duties.map((key) => dutyName(duties, key, say))
  const roles = exemption.for.kind === 'role' ? exemption.for.roles : []
  return say(exemptText(exemption), {
    duties: from.length > 0 ? listed(from, say) : say(EXEMPT_TEXT.all),
    roles: listed(
      roles.map((key) => nameOf(named, 'role', key)),
      say,
    ),
  })
}

function restsText({ rests, restsAfter: after }: Behind, say: Say): string {
  if (rests.length === 0) return say(BEHIND_TEXT.nothing)
  const what = listed(
    rests.map((right) => say(RESTING_TEXT[right])),
    say,
  )
  return say(BEHIND_TEXT.rests, { what, after })
}

export function seenText({ seenBy }: DutiesPart, say: Say): string {
  if (seenBy.includes('members')) return say(BEHIND_TEXT.seenByAll)
  if (seenBy.length === 0) return say(BEHIND_TEXT.seenAlone)
  const who = listed(
    seenBy.map((one) => say(SEEN_TEXT[one])),
    say,
  )
  return say(BEHIND_TEXT.seen, { who })
}

function standingSentences(part: DutiesPart, say: Say): Sentence[] {
  const { behind, idle } = part
  const { missed, of } = behind
  const text = say(of === null ? BEHIND_TEXT.one : BEHIND_TEXT.some, { missed, of: of ?? 0 })
  const coming =
    of === null && part.duties.some(({ asks: [first] }) => first?.kind === 'attendance')
  return [
    { key: 'behind', text: coming ? `${text} ${say(BEHIND_TEXT.coming, { missed })}` : text },
    { key: 'rests', text: restsText(behind, say) },
    ...(idle === null ? [] : [{ key: 'idle', text: say(BEHIND_TEXT.idle, { days: idle }) }]),
    { key: 'notice', text: say(BEHIND_TEXT.notice) },
  ]
}

/** All sentences. Without a duty there is nothing to be behind with. */
export function proseOf(part: DutiesPart, say: Say, named: readonly Named[]): Sentence[] {
  return [
    ...part.duties.map((duty) => ({ key: duty.key, text: dutyText(duty, say, named) })),
    ...part.exemptions.map((exemption) => ({
      key: `excused.${exemption.key}`,
      text: exemptionText(exemption, part.duties, say, named),
    })),
    ...(part.duties.length > 0 ? standingSentences(part, say) : []),
    { key: 'seen', text: seenText(part, say) },
  ]
}
