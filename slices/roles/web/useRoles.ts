/** The roles of a circle, and what is read anew after an act. */
import type { Output } from '#kernel/operation.ts'
import { useRead } from '#web/kit/useCall.ts'
import type { CircleId } from '#slices/circles/api.ts'
import type { z } from 'zod'
import { myRoles, overview, readRoles, roleHistory } from '../api/roles.ts'

export type Roles = Output<typeof readRoles>
export type Role = Roles['roles'][number]
export type Term = Role['holders'][number]
export type Circle = z.output<typeof CircleId>

export const TOUCHES = [readRoles, overview, roleHistory, myRoles]

export function useRoles(circle: Circle) {
  return useRead(readRoles, { params: { circle } })
}
