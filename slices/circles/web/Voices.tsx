/** Delegates, each with the term, the place and the mandate. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Face } from '#web/kit/Face.tsx'
import { dayIn } from '#web/kit/When.tsx'
import { listDelegates } from '../api/members.ts'
import styles from './circles.module.css'

export type Delegate = Output<typeof listDelegates>['delegates'][number]
type Props = {
  delegates: readonly Delegate[]
  /** Of one co-op, or of all: then each says for which. */
  of: 'one' | 'all'
  act?: (one: Delegate) => ReactNode
}

export function Voices({ delegates, of, act }: Props) {
  const { i18n } = useLingui()
  const day = (at: string) => dayIn(at, undefined, i18n.locale)
  return (
    <ul className="rows">
      {delegates.map((one) => (
        <li key={one.id}>
          <div className={styles['member']}>
            <Face id={one.person} name={one.name} />
            <div>
              <bdi className="what">{one.name}</bdi>{' '}
              {one.alternate && (
                <span className="tag">
                  <Trans>alternate</Trans>
                </span>
              )}
              <p className="hint">
                {of === 'all' && (
                  <>
                    <Trans>
                      for <bdi>{one.bodyName}</bdi>
                    </Trans>
                    {' · '}
                  </>
                )}
                <Trans>since {day(one.from)}</Trans>
                {one.ends && (
                  <>
                    {' · '}
                    <Trans>until {day(one.ends)}</Trans>
                  </>
                )}
              </p>
              {one.member && (
                <p className="hint">
                  <Trans>a member in their own right, too; counted once</Trans>
                </p>
              )}
              {one.mandate && <p>{one.mandate}</p>}
            </div>
          </div>
          {act?.(one)}
        </li>
      ))}
    </ul>
  )
}
