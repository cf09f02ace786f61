/**
 * What is on paper in the middle: the note that everybody writes, or what was written down for the
 * minutes. The note can also stand beside the chat.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useWidth } from '#web/kit/width.ts'
import { useTalking } from './conversations.tsx'
import { Marks, WriteDown } from './Pad.tsx'
import { RoomNote } from './RoomNote.tsx'

export function Paper() {
  const { t } = useLingui()
  const width = useWidth()
  const { noteBeside, putNoteBeside } = useTalking()
  const [chosen, setChosen] = useState<'note' | 'marks'>('note')
  const shown = noteBeside ? 'marks' : chosen
  return (
    <>
      {!noteBeside && (
        <div className="papers" role="group" aria-label={t`On paper`}>
          <Button small aria-pressed={shown === 'note'} onPress={() => setChosen('note')}>
            <Trans>Notes</Trans>
          </Button>
          <Button small aria-pressed={shown === 'marks'} onPress={() => setChosen('marks')}>
            <Trans>What stands</Trans>
          </Button>
        </div>
      )}
      {shown === 'marks' ? (
        <Marks />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <article className="pad noted" tabIndex={0} aria-label={t`Notes`} id="pad">
          <RoomNote
            acts={
              width !== 'phone' && (
                <Button small look="quiet" onPress={() => putNoteBeside(true)}>
                  <Trans>Beside the chat</Trans>
                </Button>
              )
            }
          />
        </article>
      )}
      <WriteDown />
    </>
  )
}

/** The note in the side, beside the chat. */
export function NoteBeside() {
  const { putNoteBeside } = useTalking()
  return (
    <div className="noted beside">
      <RoomNote
        acts={
          <Button small look="quiet" onPress={() => putNoteBeside(false)}>
            <Trans>In the middle</Trans>
          </Button>
        }
      />
    </div>
  )
}
