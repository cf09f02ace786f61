/** The open session of 2020, where the folder of data lies beside the house: chat and crowd notes. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../shared/data/open-session/', import.meta.url)

export const openSessionFile = (name: 'chat.txt' | 'crowd-notes.md') =>
  fileURLToPath(new URL(name, folder))

/** Why a story of it is left out; false where it is told. */
export const withoutOpenSession = existsSync(folder)
  ? false
  : 'the chat and the notes of the open session (../shared/data/open-session) are not here'
