/** The slices in their order of dependency: a slice may use those before it, never those after. */
import type { Slice } from '#kernel/slice.ts'
import { breakoutNotes, plannedIn } from '#slices/breakouts/index.ts'
import { breakouts } from '#slices/breakouts/routes.ts'
import { captions } from '#slices/captions/routes.ts'
import {
  classLists,
  endings,
  entrances,
  foretellMemberships,
  reshapings,
} from '#slices/circles/index.ts'
import { circles } from '#slices/circles/routes.ts'
import { sections, votes } from '#slices/constitutions/index.ts'
import { constitutions } from '#slices/constitutions/routes.ts'
import { rulesVoted } from '#slices/constitutions/routes/voted.ts'
import {
  beginnings,
  foretellDecisions,
  isGoing,
  kindsSection,
  ownDecisions,
  subjects,
} from '#slices/decisions/index.ts'
import { decisions } from '#slices/decisions/routes.ts'
import { fileHolders, filesReshaped } from '#slices/files/index.ts'
import { files } from '#slices/files/routes.ts'
import { feedAt, foretellCalls, gatheringsReshaped, headingOf } from '#slices/gatherings/index.ts'
import { gatherings } from '#slices/gatherings/routes.ts'
import { hall } from '#slices/hall/routes.ts'
import { interpretersSend } from '#slices/interpretation/index.ts'
import { interpretation } from '#slices/interpretation/routes.ts'
import {
  classesSection,
  classList,
  endingByHand,
  enteringInvited,
  firstGifts,
  foretellDoor,
  roleHolders,
  waysSection,
} from '#slices/membrane/index.ts'
import { membrane } from '#slices/membrane/routes.ts'
import { applicationsVoted } from '#slices/membrane/routes/voted.ts'
import { appealsVoted, exclusionsVoted } from '#slices/membrane/routes/voted-cases.ts'
import {
  gatheringThreads,
  itemThreads,
  keepPadChat,
  lineThreads,
  minutesFiles,
} from '#slices/minutes/index.ts'
import { minutes } from '#slices/minutes/routes.ts'
import { motions } from '#slices/motions/routes.ts'
import {
  circleNotes,
  foretellNotes,
  importedChats,
  noteFiles,
  noteHolders,
  notesReshaped,
  ownNotes,
} from '#slices/notes/index.ts'
import { notes } from '#slices/notes/routes.ts'
import { foretellings, heldOfPeople } from '#slices/people/index.ts'
import { people } from '#slices/people/routes.ts'
import { foretellPolls, ownPolls, pollBeginning, pollsReshaped } from '#slices/polls/index.ts'
import { polls } from '#slices/polls/routes.ts'
import { recording } from '#slices/recording/routes.ts'
import { foretellTerms, holdersOf, ownRoles, rolesSection } from '#slices/roles/index.ts'
import { roles } from '#slices/roles/routes.ts'
import { rolesVoted } from '#slices/roles/routes/voted.ts'
import { gatheringFiles, gatheringNotes, itemFiles, itemNotes } from '#slices/room/index.ts'
import { room } from '#slices/room/routes.ts'
import { slides } from '#slices/slides/routes.ts'
import {
  dutiesSection,
  foretellEvidence,
  gatheringPlaces,
  ownStanding,
  giftsBefore,
} from '#slices/standing/index.ts'
import { standing } from '#slices/standing/routes.ts'
import {
  commentFiles,
  feedKeys,
  foretellThreads,
  ownThreads,
  threadSources,
  threadsReshaped,
} from '#slices/threads/index.ts'
import { threads } from '#slices/threads/routes.ts'
import { awaiteds, moreSendings } from '#slices/voices/index.ts'
import { voices } from '#slices/voices/routes.ts'

export const slices: readonly Slice[] = [
  people,
  circles,
  files,
  notes,
  constitutions,
  membrane,
  roles,
  standing,
  threads,
  decisions,
  gatherings,
  polls,
  room,
  voices,
  slides,
  captions,
  interpretation,
  breakouts,
  motions,
  minutes,
  recording,
  hall,
]

heldOfPeople.fill('decisions', ownDecisions)
heldOfPeople.fill('notes', ownNotes)
heldOfPeople.fill('roles', ownRoles)
heldOfPeople.fill('standing', ownStanding)
heldOfPeople.fill('threads', ownThreads)
heldOfPeople.fill('polls', ownPolls)
sections.fill('roles', rolesSection)
sections.fill('classes', classesSection)
sections.fill('waysIn', waysSection)
sections.fill('duties', dutiesSection)
sections.fill('decisions', kindsSection)
subjects.fill('application', applicationsVoted)
subjects.fill('exclusion', exclusionsVoted)
subjects.fill('appeal', appealsVoted)
subjects.fill('role', rolesVoted)
subjects.fill('rules', rulesVoted)
beginnings.fill('poll', pollBeginning)
votes.fill('decisions', isGoing)
noteHolders.fill('circle', circleNotes)
noteHolders.fill('gathering', gatheringNotes)
noteHolders.fill('item', itemNotes)
noteHolders.fill('breakout', breakoutNotes)
fileHolders.fill('note', noteFiles)
fileHolders.fill('comment', commentFiles)
fileHolders.fill('gathering', gatheringFiles)
fileHolders.fill('item', itemFiles)
classLists.fill('membrane', classList)
gatheringPlaces.fill('gathering', headingOf)
endings.fill('membrane', endingByHand)
entrances.fill('membrane', enteringInvited)
firstGifts.fill('standing', giftsBefore)
roleHolders.fill('roles', holdersOf)
fileHolders.fill('minutes', minutesFiles)
moreSendings.fill('interpretation', interpretersSend)
awaiteds.fill('breakouts', plannedIn)
importedChats.fill('minutes', keepPadChat)
foretellings.fill('circles', foretellMemberships)
foretellings.fill('membrane', foretellDoor)
foretellings.fill('roles', foretellTerms)
foretellings.fill('standing', foretellEvidence)
foretellings.fill('decisions', foretellDecisions)
foretellings.fill('notes', foretellNotes)
foretellings.fill('threads', foretellThreads)
foretellings.fill('gatherings', foretellCalls)
foretellings.fill('polls', foretellPolls)
reshapings.fill('notes', notesReshaped)
reshapings.fill('files', filesReshaped)
reshapings.fill('threads', threadsReshaped)
reshapings.fill('gatherings', gatheringsReshaped)
reshapings.fill('polls', pollsReshaped)
feedKeys.fill('gatherings', feedAt)
threadSources.fill('gathering', gatheringThreads)
threadSources.fill('item', itemThreads)
threadSources.fill('line', lineThreads)
