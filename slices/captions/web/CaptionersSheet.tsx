/** For facilitators: who writes captions, in which language, and the door for a speech engine. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useInRoom, useRoomWith } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { Sheet } from '#web/kit/Sheet.tsx'
import { nameACaptioner } from '../api.ts'
import { languageName } from '../rules/languages.ts'
import { useCaptions } from './captionsStore.ts'
import { EngineDoor } from './EngineDoor.tsx'
import { Naming } from './Naming.tsx'

type Props = { id: string; onClose: () => void }

export function CaptionersSheet({ id, onClose }: Props) {
  const { t, i18n } = useLingui()
  const { gathering } = useInRoom()
  const { captioners } = useCaptions(id)
  const { people } = useRoomWith('people')
  const [problem, setProblem] = useState<unknown>(null)
  const name = (who: string, language: string | null) => {
    setProblem(null)
    call(nameACaptioner, { params: { gathering, who }, body: { language } }).catch(setProblem)
  }
  return (
    <Sheet title={t`Who writes captions`} onClose={onClose} problem={problem}>
      <ul className="rows">
        {Object.entries(captioners).map(([who, language]) => {
          const person = people[who]?.name ?? ''
          return (
            <li key={who}>
              <span>
                <bdi className="what">{person}</bdi>{' '}
                <span className="hint">{languageName(language, i18n.locale)}</span>
              </span>
              <span className="acts">
                <Button small aria-label={t`No longer ${person}`} onPress={() => name(who, null)}>
                  <Trans>No longer</Trans>
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      <Naming taken={captioners} onName={name} />
      <EngineDoor id={id} onProblem={setProblem} />
    </Sheet>
  )
}
