/** What is saved, said truly; the way on when it is not. */
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleAlert, CircleCheck, CloudOff, LoaderCircle, type LucideIcon } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { timeIn } from '#web/kit/When.tsx'
import type { WritingState } from './editor/writing.ts'
import styles from './note.module.css'

type Looks = { icon: LucideIcon; hue: 'still' | 'care' | 'away' }

const LOOKS: Record<WritingState['kept'], Looks> = {
  opening: { icon: LoaderCircle, hue: 'still' },
  saved: { icon: CircleCheck, hue: 'still' },
  saving: { icon: LoaderCircle, hue: 'still' },
  away: { icon: CloudOff, hue: 'away' },
  'away-unkept': { icon: CloudOff, hue: 'care' },
  apart: { icon: CircleAlert, hue: 'care' },
  ended: { icon: CircleAlert, hue: 'care' },
}

/** Why one can't go on writing, in a sentence. */
function useEndWords() {
  const { t } = useLingui()
  const known: Record<string, string> = {
    'not-found': t`This note is gone.`,
    'not-allowed': t`You can no longer write here. Ask who keeps the note.`,
    locked: t`The note is locked. Who keeps it can open it again.`,
    approved: t`The note is approved and stays as it is. Write in a new one.`,
  }
  return ({ why, say }: { why: string; say: string | null }): string =>
    say ?? known[why] ?? t`The hall does not take what was written last. Copy it, then read on.`
}

function useWords({ kept, savedAt, ended, roundabout }: WritingState): string {
  const { t, i18n } = useLingui()
  const endWords = useEndWords()
  const at = savedAt ? timeIn(new Date(savedAt).toISOString(), undefined, i18n.locale) : ''
  if (kept === 'ended') return ended ? endWords(ended) : ''
  const words: Record<Exclude<typeof kept, 'ended'>, string> = {
    opening: t`Opening…`,
    saved: roundabout ? t`Saved ${at}, by the slower way` : t`Saved ${at}`,
    saving: t`Saving…`,
    away: t`Away. What you write is kept in this browser and goes to the hall when the line is back.`,
    'away-unkept': t`Away. This browser keeps nothing by itself: leave the page open until the line is back.`,
    apart: t`Out of step with the hall. What you wrote is safe here: copy it, then take the note anew.`,
  }
  return words[kept]
}

type Props = { state: WritingState; tryNow: () => void; copy: () => void; anew: () => void }

export function Indicator({ state, tryNow, copy, anew }: Props) {
  const words = useWords(state)
  const { icon: Icon, hue } = LOOKS[state.kept]
  const isQuiet = hue === 'still'
  return (
    <div className={`${styles['kept']} ${styles[hue]}`} data-kept={state.kept}>
      <p {...(isQuiet ? {} : { role: 'status' })}>
        <Icon size={16} aria-hidden="true" /> {words}
      </p>
      {state.kept.startsWith('away') && (
        <Button small onPress={tryNow}>
          <Trans>Try now</Trans>
        </Button>
      )}
      {(state.kept === 'apart' || state.kept === 'ended') && (
        <>
          <Button small onPress={copy}>
            <Trans>Copy my text</Trans>
          </Button>
          <Button small onPress={anew}>
            {state.kept === 'apart' ? <Trans>Take the note anew</Trans> : <Trans>Read on</Trans>}
          </Button>
        </>
      )}
    </div>
  )
}
