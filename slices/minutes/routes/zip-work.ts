/** Packing a large zip beside the event loop. */
import { z } from 'zod'
import { offer } from '#kernel/work.ts'
import { packed } from '../rules/zip.ts'

offer({ pack: (given) => packed(z.record(z.string(), z.string()).parse(given)) })
