/** What the pages are given, by the operations. */
import type { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import type { GatheringView, Listed, listInvited } from '../api.ts'

export type GatheringShown = z.output<typeof GatheringView>
export type ListedShown = z.output<typeof Listed>
export type GatheringId = ListedShown['id']
export type InvitedShown = Output<typeof listInvited>['invited'][number]
