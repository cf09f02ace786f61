/** One line of the chat; its author may correct it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { TalkOn } from '#slices/threads/web/ThreadsFrom.tsx'
import type { ChatLine } from '../rules/document.ts'
import type { MinutesShown } from './MinutesPage.tsx'
import { Words } from './LineWords.tsx'
import { Correct } from './Correct.tsx'

export function ChatLineView({ line, shown }: { line: ChatLine; shown: MinutesShown }) {
  const { i18n, t } = useLingui()
  const [open, setOpen] = useState(false)
  const mine = shown.may.amend && line.who === shown.me
  const time = timeIn(line.at, undefined, i18n.locale)
  const said = ['said', 'edited', 'corrected'].includes(line.state)
  return (
    <li id={`l${line.seq}`}>
      <time dateTime={line.at}>{time}</time>
      <div>
        <p>
          <bdi>{line.name}</bdi> <Words line={line} />
          {said && shown.me?.startsWith('per_') && (
            <TalkOn kind="line" id={`${shown.gathering}.${line.seq}`} about={line.name} />
          )}
          {mine && said && !open && (
            <Button
              look="quiet"
              small
              aria-label={t`Correct your words of ${time}`}
              onPress={() => setOpen(true)}
            >
              <Trans>Correct</Trans>
            </Button>
          )}
        </p>
        {open && <Correct line={line} shown={shown} close={() => setOpen(false)} />}
      </div>
    </li>
  )
}
