/** On a phone: where the tools must stand to be right above the on-screen keyboard. */
import { type CSSProperties, useEffect, useState } from 'react'

/** How much of the window the keyboard must cover to be there at all. */
const KEYBOARD_LEAST = 120

function covered(): number {
  const { visualViewport } = window
  if (!visualViewport || visualViewport.scale > 1.1) return 0
  return Math.max(0, window.innerHeight - visualViewport.height - visualViewport.offsetTop)
}

/** The style of the tools while a keyboard is on the screen; empty otherwise. */
export function useAboveKeyboard(): CSSProperties {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const { visualViewport } = window
    const look = () => setHeight(covered())
    visualViewport?.addEventListener('resize', look)
    visualViewport?.addEventListener('scroll', look)
    return () => {
      visualViewport?.removeEventListener('resize', look)
      visualViewport?.removeEventListener('scroll', look)
    }
  }, [])
  if (height < KEYBOARD_LEAST) return {}
  return { position: 'fixed', insetInline: 0, insetBlockStart: 'auto', insetBlockEnd: height }
}
