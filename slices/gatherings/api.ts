/** The operations of gatherings. */
export { callGathering, cancelGathering, changeGathering, renewEntryLink } from './api/calling.ts'
export { listFeeds, makeFeed, revokeFeed } from './api/feeds.ts'
export { answerGathering, inviteToGathering, listInvited, uninvite } from './api/inviting.ts'
export { listGatherings, listTemplates, readGathering } from './api/reading.ts'
export {
  Answer,
  FeedView,
  GatheringId,
  GatheringView,
  Invited,
  Listed,
  Phase,
} from './api/views.ts'
