/** What stands above a note: its state, and what those who keep it can do with it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { changeNote, readNote } from '../../api/keeping.ts'
import { lockNote } from '../../api/sharing.ts'
import { reaches } from '../../rules/rights.ts'
import { Download } from '../exchange/Download.tsx'
import { ApproveSheet } from './ApproveSheet.tsx'
import { Moved } from './Moved.tsx'
import { type From, MoveSheet } from './MoveSheet.tsx'
import { RenameSheet } from './RenameSheet.tsx'
import { SayName } from './SayName.tsx'
import { ShareSheet } from './ShareSheet.tsx'
import styles from './life.module.css'

export type NoteHeading = Output<typeof readNote>
type Open = 'share' | 'approve' | 'rename' | 'move' | null

function State({ note }: { note: NoteHeading }) {
  const { i18n } = useLingui()
  const { lockedAt, approvedAt, publicAt } = note
  const day = (at: string) => dayIn(at, undefined, i18n.locale)
  const by = approvedAt?.by?.name ?? lockedAt?.by?.name ?? ''
  return (
    <>
      {approvedAt && (
        <p className={styles['state']}>
          <span className="tag approved">
            <Trans>Approved</Trans>
          </span>{' '}
          <Trans>
            On {day(approvedAt.at)} by <bdi>{by}</bdi>. It stays as it is.
          </Trans>{' '}
          <a href={`/api/notes/${note.id}/approval`}>
            <code>{approvedAt.sha256.slice(0, 12)}</code>
          </a>
        </p>
      )}
      {lockedAt && !approvedAt && (
        <p className={styles['state']}>
          <span className="tag straw">
            <Trans>Locked</Trans>
          </span>{' '}
          <Trans>
            On {day(lockedAt.at)} by <bdi>{by}</bdi>: it is read and commented, not written in.
          </Trans>
        </p>
      )}
      {publicAt && (
        <p className={styles['state']}>
          <a href={`/n/${note.id}`}>
            <Trans>Everybody can read this note</Trans>
          </a>
        </p>
      )}
    </>
  )
}

/** The menu: named anew, put away, a template, how it returns. */
function useChoices(note: NoteHeading, open: (what: Open) => void) {
  const { t } = useLingui()
  const change = useCall(changeNote, { touches: [readNote] })
  const lock = useCall(lockNote, { touches: [readNote] })
  const params = { note: note.id }
  const { restedAt, template, returns, lockedAt, approvedAt, may } = note
  const set = (body: { rested?: boolean; template?: boolean; returns?: 'same' | 'marked' }) =>
    change.mutate({ params, body })
  const rename = { id: 'rename', label: t`Name it anew…`, run: () => open('rename') }
  const move = { id: 'move', label: t`Move it…`, run: () => open('move') }
  const rest = {
    id: 'rest',
    label: restedAt ? t`Bring it back` : t`Put it away`,
    run: () => set({ rested: restedAt === null }),
  }
  const living = [
    {
      id: 'lock',
      label: lockedAt ? t`Unlock it` : t`Lock it`,
      run: () => lock.mutate({ params, body: { locked: lockedAt === null } }),
    },
    {
      id: 'template',
      label: t`Keep it as a template`,
      pressed: template,
      run: () => set({ template: !template }),
    },
    {
      id: 'same',
      label: t`Next time: this same note`,
      pressed: returns === 'same',
      run: () => set({ returns: 'same' }),
    },
    {
      id: 'marked',
      label: t`Next time: a new one with what is open`,
      pressed: returns === 'marked',
      run: () => set({ returns: 'marked' }),
    },
    { id: 'approve', label: t`Approve it…`, run: () => open('approve') },
  ]
  return {
    problem: change.error ?? lock.error,
    choices: [
      ...(may.rename ? [rename] : []),
      ...(may.keep && !approvedAt ? [move, ...living] : []),
      ...(may.keep ? [rest] : []),
    ],
  }
}

export function NoteBar({ heading: note }: { heading: NoteHeading }) {
  const { t } = useLingui()
  const [open, setOpen] = useState<Open>(null)
  const [moved, setMoved] = useState<From | null>(null)
  const { choices, problem } = useChoices(note, setOpen)
  const close = () => setOpen(null)
  return (
    <div className={styles['bar']}>
      <State note={note} />
      {note.me.asksName && <SayName note={note.id} />}
      <div className={styles['acts']}>
        {note.may.keep && (
          <Button small onPress={() => setOpen('share')}>
            <Trans>Share</Trans>
          </Button>
        )}
        {choices.length > 0 && (
          <MenuButton label={t`This note`} choices={choices} placement="bottom start">
            <Button small>
              <Trans>This note…</Trans>
            </Button>
          </MenuButton>
        )}
        <Download
          note={note.id}
          small
          comments={note.me.who !== null && reaches(note.me.right, 'comment')}
        />
        {note.me.who !== null && (
          <a className="btn small quiet" href={`/notes/${note.id}/history`}>
            <Trans>History</Trans>
          </a>
        )}
      </div>
      {moved && <Moved note={note} from={moved} done={() => setMoved(null)} />}
      <ProblemLine cause={problem} />
      {open === 'share' && <ShareSheet note={note} onClose={close} />}
      {open === 'approve' && <ApproveSheet note={note.id} onClose={close} />}
      {open === 'rename' && <RenameSheet note={note} onClose={close} />}
      {open === 'move' && (
        <MoveSheet
          note={note}
          onClose={close}
          onMoved={(from) => {
            setMoved(from)
            close()
          }}
        />
      )}
    </div>
  )
}
