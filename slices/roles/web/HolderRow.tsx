/** Somebody who holds a role: since when, until when; handing on, recalling, the handover note. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { endTerm, wish } from '../api/roles.ts'
import styles from './roles.module.css'
import { type Circle, type Role, type Roles, type Term, TOUCHES } from './useRoles.ts'
import { TermDays } from './words.tsx'

type Props = { circle: Circle; role: Role; term: Term; roles: Roles }

export function HolderRow({ circle, role, term, roles }: Props) {
  const { t } = useLingui()
  const [ending, setEnding] = useState(false)
  const set = useCall(wish, { touches: TOUCHES })
  const mine = role.me.holds === term.term
  const recalls = roles.steward && role.recall !== 'none' && !mine
  const params = { circle, role: role.key }
  return (
    <li>
      <div className={styles['holder']}>
        <Face id={term.person} name={term.name} />
        <div>
          <bdi className="what">{term.name}</bdi>{' '}
          {term.deputy && (
            <span className="tag">
              <Trans>deputy</Trans>
            </span>
          )}
          <p className="hint">
            <TermDays term={term} />
            {term.result && (
              <>
                {' '}
                · <bdi>{term.result}</bdi>
              </>
            )}
          </p>
          {term.wantsToHandOn && (
            <p className="hint">
              <Trans>Would like to hand it on.</Trans>
            </p>
          )}
        </div>
      </div>
      <div className={styles['acts']}>
        {mine && (
          <Button
            small
            look="quiet"
            aria-pressed={term.wantsToHandOn}
            onPress={() =>
              set.mutate({ params, body: { wish: 'hand-on', on: !term.wantsToHandOn } })
            }
          >
            <Trans>I would like to hand it on</Trans>
          </Button>
        )}
        {(mine || recalls) && (
          <Button
            small
            look="quiet"
            aria-label={mine ? t`Hand on now… ${role.name}` : t`Recall… ${term.name}`}
            onPress={() => setEnding(true)}
          >
            {mine ? <Trans>Hand on now…</Trans> : <Trans>Recall…</Trans>}
          </Button>
        )}
      </div>
      {ending && (
        <EndSheet
          title={mine ? t`Hand on: ${role.name}` : t`Recall ${term.name}`}
          asked={!mine}
          circle={circle}
          term={term}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  )
}

type Ending = { title: string; asked: boolean; circle: Circle; term: Term; onClose: () => void }

function EndSheet({ title, asked, circle, term, onClose }: Ending) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const end = useCall(endTerm, { touches: TOUCHES })
  function act() {
    end.mutate({ params: { circle, term: term.term }, body: { reason } }, { onSuccess: onClose })
  }
  return (
    <Sheet
      title={title}
      act={asked ? t`Recall` : t`Hand it on`}
      onAct={act}
      busy={end.isPending}
      problem={end.error}
      onClose={onClose}
    >
      <p>
        {asked ? (
          <Trans>The term ends now. The reason stands in the record and is shown to members.</Trans>
        ) : (
          <Trans>
            The term ends now, and a seat is vacant. Write a handover note for whoever comes next;
            you can do so afterwards too.
          </Trans>
        )}
      </p>
      <Field label={t`Why`} lines={3} value={reason} onChange={setReason} isRequired={asked} />
    </Sheet>
  )
}
