/** The links that let in, and who came by them. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listLinks, revokeNoteLink, shutOutOfNote } from '../../api/sharing.ts'
import { useGives } from './NewLink.tsx'
import styles from './life.module.css'

type Given = Output<typeof listLinks> & { note: `not_${string}` }

export function LinkLines({ note, links, guests }: Given) {
  const { t, i18n } = useLingui()
  const gives = useGives()
  const touches = { touches: [listLinks] }
  const revoke = useCall(revokeNoteLink, touches)
  const shut = useCall(shutOutOfNote, touches)
  return (
    <>
      {links.length > 0 && (
        <ul className={styles['list']} aria-label={t`Links that let in`}>
          {links.map(({ id, gives: what, label, expiresAt, came }) => (
            <li key={id}>
              <b>{gives[what]}</b> {label && <bdi>{label}</bdi>}
              <span className="hint">
                {expiresAt && <Trans>till {dayIn(expiresAt, undefined, i18n.locale)},</Trans>}{' '}
                <Plural value={came} one="# came by it" other="# came by it" />
              </span>
              <Button small onPress={() => revoke.mutate({ params: { note, link: id } })}>
                <Trans>Take back</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {guests.length > 0 && (
        <ul className={styles['list']} aria-label={t`Who came by a link`}>
          {guests.map(({ who, name, gives: what, shutOut }) => (
            <li key={who}>
              <bdi>{name}</bdi>
              <span className="hint">{shutOut ? <Trans>Shut out</Trans> : gives[what]}</span>
              {!shutOut && (
                <Button
                  small
                  aria-label={t`Shut out ${name}`}
                  onPress={() => shut.mutate({ params: { note, who } })}
                >
                  <Trans>Shut out</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemLine cause={revoke.error ?? shut.error} />
    </>
  )
}
