/** Minutes as files. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { OneMinutes, ZoneGiven } from './params.ts'

export const FILES = [
  'minutes.zip',
  'minutes.json',
  'minutes.md',
  'minutes.html',
  'chat.jsonl',
  'chat.md',
  'links.csv',
  'attendance.csv',
  'calendar.ics',
] as const

export const exportMinutes = operation({
  method: 'GET',
  path: '/minutes/{minutes}/files/{file}',
  summary: 'Take minutes along as a file',
  who: 'anyone',
  params: OneMinutes.extend({ file: z.enum(FILES) }),
  query: z.object({ zone: ZoneGiven.optional() }),
  produces: 'application/octet-stream',
  limit: { count: 60, seconds: 60 },
})
