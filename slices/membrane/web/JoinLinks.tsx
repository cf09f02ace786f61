/** The links that still let somebody in, and their end. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { endJoinLink, listJoinLinks } from '../api.ts'
import type { Membrane } from './Bring.tsx'

export function JoinLinks({ membrane: { id, classes } }: { membrane: Membrane }) {
  const { t, i18n } = useLingui()
  const { data } = useRead(listJoinLinks, { params: { circle: id } })
  const end = useCall(endJoinLink, { touches: [listJoinLinks] })
  if (!data || data.links.length === 0) return null
  const nameOf = (key: string) => classes.find((one) => one.key === key)?.name ?? key
  return (
    <>
      <h3 className="label">
        <Trans>Links that are out</Trans>
      </h3>
      <ProblemLine cause={end.error} />
      <ul className="rows">
        {data.links.map((link) => (
          <li key={link.id}>
            <div>
              <p>{nameOf(link.class)}</p>
              <p className="hint">
                <Plural value={link.uses - link.used} one="for # more" other="for # more" />
                {' · '}
                <Trans>until {dayIn(link.ends, undefined, i18n.locale)}</Trans>
              </p>
            </div>
            <Button
              small
              aria-label={t`End it: the link for ${nameOf(link.class)}`}
              isDisabled={end.isPending}
              onPress={() => end.mutate({ params: { circle: id, link: link.id } })}
            >
              <Trans>End it</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
