/** For facilitators: who interprets, and into which language. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { languageName } from '#slices/captions/rules/languages.ts'
import { Naming } from '#slices/captions/web/Naming.tsx'
import { useInRoom, useRoomWith } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { Sheet } from '#web/kit/Sheet.tsx'
import { nameAnInterpreter } from '../api.ts'
import { useInterpretation } from './interpretationStore.ts'

type Props = { id: string; onClose: () => void }

export function InterpretersSheet({ id, onClose }: Props) {
  const { t, i18n } = useLingui()
  const { gathering } = useInRoom()
  const { interpreters } = useInterpretation(id)
  const { people } = useRoomWith('people')
  const [problem, setProblem] = useState<unknown>(null)
  const name = (who: string, language: string | null) => {
    setProblem(null)
    call(nameAnInterpreter, { params: { gathering, who }, body: { language } }).catch(setProblem)
  }
  return (
    <Sheet title={t`Who interprets`} onClose={onClose} problem={problem}>
      <p className="hint">
        <Trans>
          Their microphone goes into their language alone. Two who take turns every quarter of an
          hour last longer.
        </Trans>
      </p>
      <ul className="rows">
        {Object.entries(interpreters).map(([who, language]) => {
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
      <Naming taken={interpreters} onName={name} />
    </Sheet>
  )
}
