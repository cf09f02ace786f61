/**
 * Reads one picture and writes it anew, with a small one beside it; in a process of its own, which
 * picture.ts starts. Says what it made, or why not, as one line of JSON.
 */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { z } from 'zod'

const SMALL_PIXELS = 480
const SMALL_QUALITY = 78
const QUALITY = 90

const Given = z.object({ from: z.string(), to: z.string(), small: z.string(), most: z.int() })

/** In the format that it had; AVIF, slow to write, becomes WebP, and so does what has no other. */
function inItsFormat(image: Sharp, { format, isPalette }: Metadata) {
  if (format === 'jpeg') return image.jpeg({ quality: QUALITY })
  if (format === 'png') return image.png({ palette: isPalette ?? false })
  if (format === 'gif') return image.gif()
  if (format === 'tiff') return image.tiff({ compression: 'lzw' })
  return image.webp({ quality: QUALITY })
}

async function remake({ from, to, small, most }: z.infer<typeof Given>) {
  sharp.cache(false)
  sharp.concurrency(1)
  // Asked before anything is read out of it; for an animation `height` is that of all its pictures.
  const seen = await sharp(from, { animated: true, limitInputPixels: false }).metadata()
  const { width, height, pages = 1 } = seen
  if (width * height > most) return { refused: 'picture-too-large' }
  const moves = pages > 1
  const image = sharp(from, { animated: moves, limitInputPixels: most, failOn: 'error' })
  const made = await inItsFormat(moves ? image : image.autoOrient(), seen).toFile(to)
  await sharp(to)
    .resize(SMALL_PIXELS, SMALL_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: SMALL_QUALITY })
    .toFile(small)
  return { width: made.width, height: made.pageHeight ?? made.height }
}

const given = Given.parse(JSON.parse(process.argv[2] ?? '{}'))
const answer = await remake(given).catch((cause: unknown) => ({
  refused: String(cause).includes('ENOSPC') ? 'no-room-for-files' : 'picture-unread',
}))
process.stdout.write(`${JSON.stringify(answer)}\n`)
