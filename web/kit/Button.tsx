/** A button says what happens. One `act` a page is filled; all others are plain. */
import { Button as Pressable, type ButtonProps } from 'react-aria-components'

type Props = Omit<ButtonProps, 'className'> & {
  className?: string
  look?: 'plain' | 'act' | 'quiet' | 'leave'
  small?: boolean
}

export function Button({ look = 'plain', small = false, className = '', ...rest }: Props) {
  const names = ['btn', look === 'plain' ? '' : look, small ? 'small' : '', className]
    .filter(Boolean)
    .join(' ')
  return <Pressable {...rest} className={names} />
}
