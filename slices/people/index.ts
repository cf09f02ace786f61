/** The door of people: who is who, who is a guest, who is invited. */
export type { GuestId, Name, PersonId } from './rules/names.ts'
export { shownName, whoIn } from './rules/names.ts'
export { enterAsGuest, type Guest, guestOf, guestsOfPerson } from './store/guests.ts'
export type { MergeId } from './rules/records.ts'
export { erasePerson } from './store/erase.ts'
export { heldOfPeople } from './store/own-data.ts'
export {
  type InvitationId,
  type Invited,
  invitationsOf,
  inviteAddress,
  makeWayBack,
  openInvitations,
  takeLink as takeInvitation,
  withdrawInvitation,
} from './store/invitations.ts'
export {
  allPersons,
  changeProfile,
  emailsOf,
  lastVisit,
  makePerson,
  namesOf,
  type Person,
  personAt,
  personOf,
} from './store/persons.ts'
export { type Foretold, foretellings, type Telling } from './store/ports.ts'
export { handingIn, hasProven, leadingTo, mergeOf, type Pair, recordsOf } from './store/records.ts'
