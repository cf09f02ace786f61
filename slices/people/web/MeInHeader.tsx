/** Who is signed in, in the header of every page; or the way to sign in. */
import { Trans } from '@lingui/react/macro'
import { Link, useRouterState } from '@tanstack/react-router'
import { Face } from '#web/kit/Face.tsx'
import styles from './people.module.css'
import { useMe } from './useMe.ts'

export function MeInHeader() {
  const me = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  if (me === undefined) return null
  if (me === null) {
    if (['/sign-in', '/link', '/opening'].includes(path)) return null
    return (
      <Link to="/sign-in" search={{ to: path }} className={styles['me'] ?? ''}>
        <Trans>Sign in</Trans>
      </Link>
    )
  }
  return (
    <Link to="/me" className={styles['me'] ?? ''}>
      <Face id={me.id} name={me.name} small />
      <bdi className={styles['called'] ?? ''}>{me.name.split(' ')[0]}</bdi>
    </Link>
  )
}
