/** Closing the polls of a room that ends. */
import { closing } from '../rules/asking.ts'
import { takeApart } from './answers.ts'
import { happenIn, type Held } from './changes.ts'

/** Closes the open polls of a room that ends. */
export async function closePolls(held: Held): Promise<void> {
  for (const poll of held.room.polls.filter(({ closedAt }) => closedAt === null)) {
    const apart = await takeApart(held.tx, poll)
    await happenIn(held, { facts: [closing(poll, held.actor, apart)] })
  }
}
