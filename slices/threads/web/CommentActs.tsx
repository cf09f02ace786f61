/** What one may do with a comment: answer, react, mark, change, take back, hide. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Ellipsis, SmilePlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { hideSaid } from '../api/keeping.ts'
import { markSaid, reactToSaid, takeSaidBack } from '../api/saying.ts'
import { ChangeSheet, HideSheet, VersionsSheet } from './CommentSheets.tsx'
import { type Comment, type Thread, TOUCHES } from './useThread.ts'

const EMOJI = ['👍', '❤️', '🙏', '😄', '🤔', '👏'] as const
const ICON = { size: 16, 'aria-hidden': true } as const
const touches = TOUCHES
type Doing = 'change' | 'hide' | 'versions' | null

type Props = {
  comment: Comment
  thread: Thread
  me: string | null
  name: string
  onAnswer: () => void
  onFiles: () => void
}

function useChoices({ comment, thread, me, onFiles }: Props, open: (doing: Doing) => void) {
  const { t } = useLingui()
  const mark = useCall(markSaid, { touches })
  const takeBack = useCall(takeSaidBack, { touches })
  const show = useCall(hideSaid, { touches })
  const params = { thread: thread.id, comment: comment.id }
  const { text, changedAt, takenAt, hidden } = comment
  const { say, keep } = thread.may
  const isMine = comment.who.id === me
  const isThere = text !== null
  const as = comment.mark?.as ?? null
  const marking = (which: 'decision' | 'summary', label: string): Choice => ({
    id: which,
    label: as === which ? t`No longer marked` : label,
    run: () => mark.mutate({ params, body: { as: as === which ? null : which } }),
  })
  const address = `${window.location.origin}/threads/${thread.id}#${comment.id}`
  const copy = () => void navigator.clipboard?.writeText(address)
  const choices: Choice[] = [
    ...(isThere && say
      ? [marking('decision', t`Mark as a decision`), marking('summary', t`Mark as a summary`)]
      : []),
    { id: 'link', label: t`Copy its link`, run: copy },
    ...(isThere && changedAt
      ? [{ id: 'versions', label: t`What it said before…`, run: () => open('versions') }]
      : []),
    ...(isMine && isThere && say
      ? [
          { id: 'change', label: t`Change it…`, run: () => open('change') },
          { id: 'files', label: t`Add files`, run: onFiles },
        ]
      : []),
    ...(isMine && takenAt === null
      ? [{ id: 'back', label: t`Take it back`, end: true, run: () => takeBack.mutate({ params }) }]
      : []),
    ...(keep && isThere
      ? [{ id: 'hide', label: t`Hide it…`, end: true, run: () => open('hide') }]
      : []),
    ...(keep && hidden
      ? [
          {
            id: 'show',
            label: t`Show it again`,
            run: () => show.mutate({ params, body: { why: null } }),
          },
        ]
      : []),
  ]
  return { choices, error: mark.error ?? takeBack.error ?? show.error }
}

export function CommentActs(props: Props) {
  const { t } = useLingui()
  const { comment, thread, name, onAnswer } = props
  const [doing, setDoing] = useState<Doing>(null)
  const react = useCall(reactToSaid, { touches })
  const { choices, error } = useChoices(props, setDoing)
  const params = { thread: thread.id, comment: comment.id }
  const isThere = comment.text !== null
  const close = () => setDoing(null)
  const emoji = EMOJI.map((one) => ({
    id: one,
    label: t`React ${one}`,
    icon: <span aria-hidden="true">{one}</span>,
    tight: true,
    run: () => react.mutate({ params, body: { emoji: one, on: true } }),
  }))
  return (
    <>
      {isThere && thread.may.say && (
        <Button small look="quiet" onPress={onAnswer}>
          <Trans>Answer</Trans>
          <span className="sr"> {name}</span>
        </Button>
      )}
      {isThere && (
        <MenuButton label={t`React`} choices={emoji}>
          <Button small look="quiet" aria-label={t`React to what ${name} said`}>
            <SmilePlus {...ICON} />
          </Button>
        </MenuButton>
      )}
      <MenuButton label={t`What ${name} said`} choices={choices} placement="bottom end">
        <Button small look="quiet" aria-label={t`More about what ${name} said`}>
          <Ellipsis {...ICON} />
        </Button>
      </MenuButton>
      {doing === 'change' && <ChangeSheet params={params} said={comment.text ?? ''} done={close} />}
      {doing === 'hide' && <HideSheet params={params} done={close} />}
      {doing === 'versions' && <VersionsSheet params={params} done={close} />}
      <ProblemLine cause={error ?? react.error} />
    </>
  )
}
