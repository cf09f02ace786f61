/** A dialog: one question, its answer, a way back. Escape and the way back change nothing. */
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import { ProblemLine } from './Said.tsx'

type Props = {
  title: string
  onClose: () => void
  /** What the button that does it says; none for a sheet that is only read. */
  act?: string
  onAct?: () => void
  busy?: boolean
  problem?: unknown
  children: ReactNode
}

export function Sheet({ title, onClose, act, onAct, busy = false, problem, children }: Props) {
  return (
    <ModalOverlay
      className="veil"
      isDismissable
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="sheet-float">
        <Dialog className="sheet-inner">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              onAct?.()
            }}
          >
            <Heading slot="title">{title}</Heading>
            <div className="sheet-body">{children}</div>
            <ProblemLine cause={problem} />
            <div className="sheet-acts">
              {act && (
                <Button type="submit" look="act" isDisabled={busy}>
                  {act}
                </Button>
              )}
              <Button onPress={onClose}>
                {act ? <Trans>Go back</Trans> : <Trans>Close</Trans>}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
