/** A menu: what it offers floats beside its button; arrows move in it, Escape gives the focus back. */
import type { ReactNode, RefObject } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, type PopoverProps } from 'react-aria-components'

export type Choice = {
  id: string
  label: string
  icon?: ReactNode
  /** What stands at the end of its line: a hint, a time, a count. */
  aside?: ReactNode
  pressed?: boolean
  end?: boolean
  /** Shown by its icon alone, several in one row; the label is its name. */
  tight?: boolean
  run: () => void
}

type ListProps = { label: string; choices: readonly Choice[] }

function ChoiceList({ label, choices }: ListProps) {
  return (
    <Menu
      aria-label={label}
      className="choices"
      onAction={(key) => choices.find(({ id }) => id === key)?.run()}
    >
      {choices.map(({ id, label: words, icon, aside, pressed, end, tight }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={words}
          className={`choice${pressed ? ' pressed' : ''}${end ? ' end' : ''}${tight ? ' tight' : ''}`}
          {...(tight ? { 'aria-label': words } : {})}
        >
          {icon}
          {!tight && <span>{words}</span>}
          {aside !== undefined && <b className="num">{aside}</b>}
        </MenuItem>
      ))}
    </Menu>
  )
}

type Placement = Pick<PopoverProps, 'placement'>

/** A button (the child) that opens a menu. */
export function MenuButton({
  children,
  placement = 'top start',
  ...list
}: ListProps & Placement & { children: ReactNode }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="sheetlet" placement={placement} offset={8}>
        <ChoiceList {...list} />
      </Popover>
    </MenuTrigger>
  )
}

/** A menu at an element that many share: one menu for a whole list. */
export function MenuAt({
  anchor,
  onClose,
  placement = 'bottom end',
  ...list
}: ListProps & Placement & { anchor: RefObject<Element | null>; onClose: () => void }) {
  return (
    <Popover
      className="sheetlet"
      aria-label={list.label}
      triggerRef={anchor}
      placement={placement}
      offset={4}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <ChoiceList
        {...list}
        choices={list.choices.map((choice) => ({
          ...choice,
          run: () => {
            onClose()
            choice.run()
          },
        }))}
      />
    </Popover>
  )
}
