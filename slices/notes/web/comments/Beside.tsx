/** What is said, beside the text where there is room, else in a sheet over it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { MessageSquareText, MessageSquarePlus } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useWidth } from '#web/kit/width.ts'
import type { Passage } from '../../api/comments.ts'
import { Talks } from './Talks.tsx'
import type { Talking } from './talking.ts'
import styles from './comments.module.css'

/** Whether the talks stand beside the text; in a narrow place they never do. */
export function useIsBeside(narrow: boolean): boolean {
  return useWidth() === 'wide' && !narrow
}

export function isShownBeside({ isShown, open, draft }: Talking): boolean {
  return draft !== null || (isShown ?? open > 0)
}

type HeadProps = { talking: Talking; isBeside: boolean }

/** The buttons in the head of a note: say something, see what is said. */
export function TalkButtons({ talking, isBeside }: HeadProps) {
  const pressed = useRef<Passage | null>(null)
  const { may, open, resolved, begin, chosen, show } = talking
  const isShown = isBeside ? isShownBeside(talking) : talking.isShown === true
  return (
    <>
      {may.comment && (
        <Button
          small
          look="quiet"
          aria-keyshortcuts="Control+Alt+M"
          onPressStart={() => {
            // Pressing may take the choice away: it is asked before.
            pressed.current = chosen()
          }}
          onPress={() => begin(pressed.current)}
        >
          <MessageSquarePlus size={16} aria-hidden="true" />
          <Trans>Comment</Trans>
        </Button>
      )}
      {open + resolved > 0 && (
        <Button small look="quiet" aria-pressed={isShown} onPress={() => show(!isShown)}>
          <MessageSquareText size={16} aria-hidden="true" />
          <Trans>Comments ({open})</Trans>
        </Button>
      )}
    </>
  )
}

type Props = { talking: Talking; me: string | null; isBeside: boolean; look: (id: string) => void }

export function Beside({ talking, me, isBeside, look }: Props) {
  const { t } = useLingui()
  const { show } = talking
  if (isBeside) {
    if (!isShownBeside(talking)) return null
    return (
      <aside className={styles['beside']}>
        <Talks {...{ talking, me, look }} />
      </aside>
    )
  }
  if (talking.isShown !== true) return null
  const lookThere = (id: string) => {
    show(false)
    // Once the sheet has let go of the focus.
    setTimeout(() => look(id), 0)
  }
  return (
    <Sheet title={t`What is said about this note`} onClose={() => show(false)}>
      <Talks {...{ talking, me }} look={lookThere} isNamed />
    </Sheet>
  )
}
