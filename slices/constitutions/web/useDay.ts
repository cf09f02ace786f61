/** Days as people say them: "3 December 2026". */
import { useLingui } from '@lingui/react'
import { regionOf } from '#web/kit/When.tsx'

export function useDay(): (day: string | null) => string {
  const { i18n } = useLingui()
  const format = new Intl.DateTimeFormat(regionOf(i18n.locale), {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return (day) => (day ? format.format(new Date(day)) : '')
}
