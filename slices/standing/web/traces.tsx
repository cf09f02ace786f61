/** Kinds of entries of the record, as words. */
import { useLingui } from '@lingui/react/macro'

/** What somebody did, by the kind of its entry. */
export function useTraceWord(): (kind: string) => string {
  const { t } = useLingui()
  const words: readonly [RegExp, string][] = [
    [/^(role|term)\./, t`held or filled roles`],
    [/^handover\./, t`wrote or read handover notes`],
    [/^draw\./, t`took part in a draw`],
    [/^constitution\./, t`worked on the rules`],
    [/^circle\./, t`made or changed circles`],
    [/^gathering\.(called|changed)/, t`called gatherings`],
    [/^(gathering\.(began|ended)|item\.|floor\.|stack\.arranged|poll\.opened)/, t`facilitated`],
    [/^care\./, t`cared for a gathering`],
    [/^note\./, t`wrote notes`],
    [/^written\./, t`wrote down what was agreed`],
    [/^file\./, t`added files`],
    [/^minutes\./, t`worked on minutes`],
    [/^room\.entered/, t`came to gatherings`],
    [/^chat\./, t`wrote in the chat`],
    [/^poll\.answered/, t`answered polls`],
    [/^stack\.asked/, t`asked for the floor`],
    [/^temperature\./, t`showed how it was`],
    [/^gathering\.answered/, t`answered invitations`],
  ]
  return (kind) => words.find(([kinds]) => kinds.test(kind))?.[1] ?? kind
}
