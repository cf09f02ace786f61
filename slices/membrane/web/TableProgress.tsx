/** How far a table is, and what came of it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Far } from './tableWork.ts'

export function TableProgress({ far }: { far: Far }) {
  const { t, i18n } = useLingui()
  const number = (value: number) => value.toLocaleString(i18n.locale)
  const { of, made, joined, already, putOut, end } = far
  const done = far.done ?? of
  if (!end)
    return (
      <div className="stack">
        <progress aria-label={t`Bringing members in`} max={of} value={done} />
        <p className="hint num">
          <Trans>
            {number(done)} of {number(of)} are done. If you leave this page, what is written stays,
            and the same file goes on from there.
          </Trans>
        </p>
      </div>
    )
  return (
    <p role="status">
      <Plural value={made + joined} one="# new" other="# new" />,{' '}
      <Plural value={already} one="# as it was." other="# as they were." />{' '}
      {putOut > 0 && (
        <Plural
          value={putOut}
          one="# was put out before and stays out."
          other="# were put out before and stay out."
        />
      )}
    </p>
  )
}
