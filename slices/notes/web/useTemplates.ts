/** The templates that one may take, as a choice of one. */
import { useRead } from '#web/kit/useCall.ts'
import { listNoteTemplates } from '../api/templates.ts'

export function useTemplates() {
  const { data, error } = useRead(listNoteTemplates)
  const templates = data?.templates ?? []
  return {
    error,
    choices: templates.map(({ template: value, title, circle }) => ({
      value,
      label: circle ? `${title} (${circle})` : title,
    })),
    /** The template of this value; null for another word. */
    of: (value: string) => templates.find(({ template }) => template === value)?.template ?? null,
  }
}
