/** Shapes that many shapes are made of. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { Who } from '../rules/call.ts'

export const At = InstantSchema
export const maybe = At.nullable()
export const whos = z.array(Who).readonly()
