/** What one may do with something that was said: change it, take it back, hide it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { changeComment, hideComment, listComments, takeCommentBack } from '../../api/comments.ts'
import { COMMENT_LENGTH } from '../../rules/comments.ts'
import type { Said } from './SaidView.tsx'
import type { Talking } from './talking.ts'
import { Writing } from './Writing.tsx'

type Props = {
  talking: Pick<Talking, 'note' | 'may'>
  said: Said
  me: string | null
  /** Something that others can be led to. */
  isFirst: boolean
}
type Doing = 'change' | 'hide' | null
const touches = [listComments]

export function SaidActs({ talking: { note, may }, said, me, isFirst }: Props) {
  const { t } = useLingui()
  const [doing, setDoing] = useState<Doing>(null)
  const takeBack = useCall(takeCommentBack, { touches })
  const show = useCall(hideComment, { touches })
  const params = { note, comment: said.id }
  const { who, text, hidden, takenAt } = said
  const isMine = who.id === me
  const address = `${window.location.origin}/notes/${note}#comment-${said.id}`
  const [isLinked, setLinked] = useState(false)
  const link = () => {
    void navigator.clipboard?.writeText(address)
    setLinked(true)
  }
  const choices: Choice[] = [
    ...(isFirst ? [{ id: 'link', label: t`Copy its link`, run: link }] : []),
    ...(isMine && text !== null && may.comment
      ? [{ id: 'change', label: t`Change it`, run: () => setDoing('change') }]
      : []),
    ...(isMine && takenAt === null
      ? [{ id: 'back', label: t`Take it back`, end: true, run: () => takeBack.mutate({ params }) }]
      : []),
    ...(may.hide && takenAt === null && !hidden
      ? [{ id: 'hide', label: t`Hide it…`, end: true, run: () => setDoing('hide') }]
      : []),
    ...(may.hide && hidden
      ? [
          {
            id: 'show',
            label: t`Show it again`,
            run: () => show.mutate({ params, body: { why: null } }),
          },
        ]
      : []),
  ]
  const name = who.name
  return (
    <>
      {choices.length > 0 && doing !== 'change' && (
        <MenuButton label={t`What ${name} said`} choices={choices} placement="bottom end">
          <Button small look="quiet" aria-label={t`More about what ${name} said`}>
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        </MenuButton>
      )}
      {doing === 'change' && <Changing {...{ params, said }} done={() => setDoing(null)} />}
      {doing === 'hide' && <HideSheet params={params} done={() => setDoing(null)} />}
      {isLinked && (
        <p className="hint" role="status">
          <Trans>Its link:</Trans> <code>{address}</code>
        </p>
      )}
      <ProblemLine cause={takeBack.error ?? show.error} />
    </>
  )
}

type DoingProps = { params: { note: Talking['note']; comment: Said['id'] }; done: () => void }

function Changing({ params, said, done }: DoingProps & { said: Said }) {
  const { t } = useLingui()
  const [text, setText] = useState(said.text ?? '')
  const change = useCall(changeComment, { touches })
  return (
    <>
      <Writing
        label={t`What you said`}
        act={t`Save`}
        value={text}
        onChange={setText}
        most={COMMENT_LENGTH}
        isBusy={change.isPending}
        onAct={() => change.mutate({ params, body: { text } }, { onSuccess: done })}
        onBack={done}
      />
      <ProblemLine cause={change.error} />
    </>
  )
}

function HideSheet({ params, done }: DoingProps) {
  const { t } = useLingui()
  const [why, setWhy] = useState('')
  const hide = useCall(hideComment, { touches })
  return (
    <Sheet
      title={t`Hide this comment`}
      act={t`Hide it`}
      busy={hide.isPending}
      problem={hide.error}
      onClose={done}
      onAct={() => hide.mutate({ params, body: { why } }, { onSuccess: done })}
    >
      <p>
        <Trans>Its words are shown to nobody; everybody who sees comments reads the reason.</Trans>
      </p>
      <Field label={t`Reason`} value={why} onChange={setWhy} autoFocus isRequired />
    </Sheet>
  )
}
