/** The right side: chat and people; when it is narrow also the running order and what stands. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useWidth } from '#web/kit/width.ts'
import { peopleHere } from '../rules/glance.ts'
import { Asked } from './Asked.tsx'
import { Chat } from './Chat.tsx'
import {
  EVERYONE,
  GroupConversation,
  type Tab as TabName,
  useNew,
  useTalking,
} from './conversations.tsx'
import { MainHallLine } from './MainHallLine.tsx'
import { Order } from './Order.tsx'
import { NoteBeside, Paper } from './Paper.tsx'
import { People } from './People.tsx'
import { useRoom } from './useRoom.ts'
import { Here, useWithin } from './within.tsx'
import { WithinNote } from './WithinNote.tsx'

function isTab(key: unknown): key is TabName {
  return key === 'group' || key === 'order' || key === 'notes' || key === 'chat' || key === 'people'
}

function NewInChat() {
  const { t } = useLingui()
  const { talks, tab } = useTalking()
  const everyone = useNew(EVERYONE)
  const { lines, seen } = useTalking()
  const alone = talks.filter(({ id }) => (lines[id]?.at(-1)?.seq ?? 0) > (seen[id] ?? 0)).length
  const count = everyone + alone
  if (tab === 'chat' || count === 0) return null
  return (
    <b className="count" aria-label={t`${count} new`}>
      {count > 99 ? '99+' : count}
    </b>
  )
}

/** While one is in a group, the chat of everybody is that of the main hall. */
function ChatName({ within }: { within: boolean }) {
  const width = useWidth()
  if (!within) return <Trans>Chat</Trans>
  return width === 'phone' ? <Trans>Hall</Trans> : <Trans>Main hall</Trans>
}

export function Side() {
  const { t } = useLingui()
  const width = useWidth()
  const { tab, show, noteBeside } = useTalking()
  const within = useWithin()
  const here = useRoom((room) => peopleHere(room).length)
  const hasNotes = width === 'phone' || noteBeside
  const fits =
    (tab === 'group' && within !== null) ||
    tab === 'chat' ||
    tab === 'people' ||
    (tab === 'notes' && hasNotes)
  const shown = fits || (tab === 'order' && width !== 'wide') ? tab : 'chat'
  return (
    <section className="side" aria-label={t`Chat and people`} data-place tabIndex={-1}>
      <Tabs
        selectedKey={shown}
        onSelectionChange={(key) => {
          if (isTab(key)) show(key)
        }}
        keyboardActivation="manual"
      >
        <TabList className="tabs" aria-label={t`Chat and people`}>
          {within && (
            <Tab id="group">
              <Trans>Group</Trans>
            </Tab>
          )}
          {width !== 'wide' && (
            <Tab id="order">
              <Trans>Order</Trans>
            </Tab>
          )}
          {hasNotes && (
            <Tab id="notes">
              <Trans>Notes</Trans>
            </Tab>
          )}
          <Tab id="chat">
            <ChatName within={within !== null} /> <NewInChat />
          </Tab>
          <Tab id="people">
            <Trans>People</Trans> <span className="num">{here}</span>
          </Tab>
        </TabList>
        {within && (
          <TabPanel id="group" className="panel">
            <MainHallLine />
            <Here>
              <GroupConversation>
                <Chat />
              </GroupConversation>
            </Here>
          </TabPanel>
        )}
        {width !== 'wide' && (
          <TabPanel id="order" className="panel order-panel">
            <Order />
          </TabPanel>
        )}
        {hasNotes && (
          <TabPanel id="notes" className="panel">
            {width !== 'phone' ? <NoteBeside /> : within ? <WithinNote /> : <Paper />}
          </TabPanel>
        )}
        <TabPanel id="chat" className="panel">
          <Chat />
        </TabPanel>
        <TabPanel id="people" className="panel">
          {width === 'phone' && (
            <Here>
              <Asked />
            </Here>
          )}
          <People />
        </TabPanel>
      </Tabs>
    </section>
  )
}
