/** The room: one line on top, three places, one bar (two for facilitators). */
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useMemo } from 'react'
import { useWidth } from '#web/kit/width.ts'
import type { Me } from '../api.ts'
import { useAnnouncer } from './announcing.ts'
import { Bar } from './Bar.tsx'
import { CareContext, useCareOf } from './care.ts'
import { Conversations } from './conversations.tsx'
import { FloatsProvider } from './Floats.tsx'
import type { Gathering } from './entering.ts'
import { Heralds } from './Heralds.tsx'
import { useKeys } from './keys.ts'
import { NowLine } from './NowLine.tsx'
import { Order } from './Order.tsx'
import type { RoomStore } from './roomStore.ts'
import { Side } from './Side.tsx'
import { Stage } from './Stage.tsx'
import { Steer } from './Steer.tsx'
import { TogetherProvider, useTogether } from './together/mode.tsx'
import { Together, TogetherBar } from './together/Together.tsx'
import { type InRoom, RoomContext, useFacilitates } from './useRoom.ts'
import { WithinProvider } from './within.tsx'

export function Room({ gathering, me, store }: { gathering: Gathering; me: Me; store: RoomStore }) {
  const { said, say } = useAnnouncer()
  const inRoom = useMemo<InRoom>(() => ({ gathering, me, store, say }), [gathering, me, store, say])
  return (
    <RoomContext value={inRoom}>
      <Cared>
        <Conversations>
          <WithinProvider>
            <FloatsProvider>
              <TogetherProvider>
                <Places />
              </TogetherProvider>
            </FloatsProvider>
          </WithinProvider>
        </Conversations>
      </Cared>
      <div className="sr" role="status" aria-live="polite">
        {said}
      </div>
    </RoomContext>
  )
}

/** With what facilitators see beside. */
function Cared({ children }: { children: ReactNode }) {
  const facilitates = useFacilitates()
  const care = useCareOf(facilitates)
  return <CareContext value={care}>{children}</CareContext>
}

function Places() {
  const { t } = useLingui()
  const width = useWidth()
  const facilitates = useFacilitates()
  const { together } = useTogether()
  useKeys()
  if (together)
    return (
      <>
        <div className="room">
          <NowLine />
          <Together />
          <footer className="bars">
            <TogetherBar />
          </footer>
        </div>
        <Heralds />
      </>
    )
  return (
    <>
      <div className="room">
        <a className="skip" href="#chat">{t`To the chat`}</a>
        <a className="skip" href="#bar">{t`To the bar`}</a>
        <NowLine />
        <main className="places" id="main">
          {width === 'wide' && (
            <nav className="order" aria-label={t`Running order`} data-place tabIndex={-1}>
              <Order />
            </nav>
          )}
          <Stage />
          <Side />
        </main>
        <footer className="bars">
          <Bar />
          {facilitates && <Steer />}
        </footer>
      </div>
      <Heralds />
    </>
  )
}
