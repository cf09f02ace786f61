/** Who is signed in here; and what follows when that changes. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { call } from '#web/kit/call.ts'
import { useRead } from '#web/kit/useCall.ts'
import { speak } from '#web/kit/words.ts'
import { whoAmI } from '../api/me.ts'
import type { signInWithCode } from '../api/sign-in.ts'

export type Me = NonNullable<Output<typeof whoAmI>['person']>

/** The person, null for nobody, undefined while that is not known. */
export function useMe(): Me | null | undefined {
  return useRead(whoAmI).data?.person
}

/** A place of this hall, never one of another site. */
export function safePlace(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/'
}

/** After somebody came in: everything is read anew, their language is spoken, and they go on. */
export function useArrival() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async ({ fresh }: Output<typeof signInWithCode>, to: string) => {
    client.clear()
    const { person } = await call(whoAmI)
    if (person?.locale) await speak(person.locale, true)
    await navigate({ to: fresh ? '/me' : to, replace: true })
  }
}
