/** Decks that are open in this browser, by the id of their file; the few last ones stay open. */
import type { Deck } from './pdf.ts'

export type DeckTrouble = 'password' | 'broken' | 'away'

const KEPT = 3
const open = new Map<string, Promise<Deck>>()

/** Why a PDF can't be shown, in a word that `words.ts` makes a sentence of. */
export function deckTrouble(cause: unknown): DeckTrouble {
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'PasswordException') return 'password'
  return name === 'InvalidPDFException' || name === 'FormatError' ? 'broken' : 'away'
}

export const addressOf = (file: string): string => `/files/${file}`

/** Opens a PDF, once; throws what `deckTrouble` names. */
export function openDeck(file: string): Promise<Deck> {
  const known = open.get(file)
  open.delete(file)
  const deck = known ?? import('./pdf.ts').then(({ openPdf }) => openPdf(addressOf(file)))
  open.set(file, deck)
  deck.catch(() => open.delete(file))
  const [oldest] = open.size > KEPT ? open.keys() : []
  if (oldest) {
    void open.get(oldest)?.then(
      (gone) => gone.close(),
      () => {},
    )
    open.delete(oldest)
  }
  return deck
}

/** Gets a deck ready before it is shown; what goes wrong is said when it is. */
export function warmDeck(file: string, type: string): void {
  if (type === 'application/pdf') openDeck(file).catch(() => {})
  else new Image().src = addressOf(file)
}

/** How many pages it has: a picture has one. */
export async function pagesOf(file: string, type: string): Promise<number> {
  return type === 'application/pdf' ? (await openDeck(file)).pages : 1
}
