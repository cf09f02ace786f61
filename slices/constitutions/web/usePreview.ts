/** The rules as sentences while they are typed, a moment behind. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#web/kit/call.ts'
import { previewDraft } from '../api.ts'
import type { JsonObject } from './form/schema.ts'

const AFTER_MS = 250

export function usePreview(circle: `cir_${string}`, parts: JsonObject) {
  const [asked, setAsked] = useState(parts)
  useEffect(() => {
    const later = setTimeout(() => setAsked(parts), AFTER_MS)
    return () => clearTimeout(later)
  }, [parts])
  const { data, error } = useQuery({
    queryKey: ['preview of rules', circle, asked],
    queryFn: ({ signal }) =>
      call(previewDraft, { params: { circle }, body: { parts: asked }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return { preview: data ?? null, problem: error }
}
