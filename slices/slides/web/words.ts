/** Sentences for a PDF that can't be shown. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { DeckTrouble } from './decks.ts'

export const TROUBLES: Record<DeckTrouble, MessageDescriptor> = {
  password: msg`This PDF asks for a password, so the hall can't show it. Save it without one and add it again.`,
  broken: msg`This PDF is broken: it can't be read. Save it anew from where you made it and add it again.`,
  away: msg`These slides could not be loaded. Try again in a moment, or save the file and open it yourself.`,
}
