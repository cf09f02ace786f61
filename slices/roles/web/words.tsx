/** How things of roles are said. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { dayIn } from '#web/kit/When.tsx'
import type { Filling } from '../rules/section.ts'
import type { Role, Term } from './useRoles.ts'

/** How a role is filled, as a phrase. */
export function FilledWord({ filled }: { filled: Filling }) {
  switch (filled) {
    case 'appointed':
      return <Trans>appointed by the stewards</Trans>
    case 'volunteered':
      return <Trans>taken by a volunteer</Trans>
    case 'elected':
      return <Trans>elected</Trans>
    case 'rotated':
      return <Trans>by turns</Trans>
    case 'drawn':
      return <Trans>drawn by lot</Trans>
  }
}

/** "2 seats, by turns, for 6 months". */
export function RoleFacts({ role }: { role: Role }) {
  return (
    <p className="hint">
      <Plural value={role.seats} one="One seat" other="# seats" />,{' '}
      <FilledWord filled={role.filled} />,{' '}
      {role.termMonths === null ? (
        <Trans>until it is handed on</Trans>
      ) : (
        <Plural value={role.termMonths} one="for a month" other="for # months" />
      )}
    </p>
  )
}

/** "since 3 March, until 3 September". */
export function TermDays({ term }: { term: Term }) {
  const { i18n } = useLingui()
  const from = dayIn(term.from, undefined, i18n.locale)
  const until = dayIn(term.ended ?? term.until ?? term.from, undefined, i18n.locale)
  if (term.ended)
    return (
      <Trans>
        {from} to {until}
      </Trans>
    )
  if (!term.began) return <Trans>from {from}</Trans>
  return term.until ? (
    <Trans>
      since {from}, until {until}
    </Trans>
  ) : (
    <Trans>since {from}</Trans>
  )
}

/** Why somebody may not hold a role. */
export function UnfitWord({ why }: { why: string }) {
  switch (why) {
    case 'wrong-class':
      return <Trans>It is for other classes of members.</Trans>
    case 'too-many-terms':
      return <Trans>After so many terms in a row somebody else goes first.</Trans>
    case 'not-beside':
      return <Trans>It does not stand beside another role of yours.</Trans>
    default:
      return <Trans>It is for members of this circle.</Trans>
  }
}
