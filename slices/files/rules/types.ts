/**
 * What a file is, by its bytes; and what may be done with it.
 *
 * 1. A picture of a kind that is read here (JPEG, PNG, WebP, GIF, AVIF, TIFF) is written anew
 *    without what the camera put into it. A picture that can carry such things and is not read here
 *    (HEIC, camera raw) is not taken.
 * 2. Programs are not taken: a hall is no place to pass them on, whatever they are called.
 * 3. Everything else is taken as it is. Shown in the browser are pictures, PDF, sound and film, and
 *    text as plain text; SVG, HTML, XML and all that is unknown is only saved.
 * 4. A name ends as its bytes are: what does not gets the right ending when it is saved, so that
 *    nothing runs when it is opened.
 */

/** What the bytes say: the type that they begin like, and whether all of them are UTF-8 text. */
export type Seen = { mime: string | null; ext: string | null; text: boolean; head: string }

/** `ext` is an ending that the bytes have; null where nothing is known of them. */
export type Kind =
  | { take: 'picture' | 'as-it-is'; type: string; ext: string | null }
  | { refused: 'file-is-a-program' | 'picture-unread' }

const REMADE: Record<string, { type: string; ext: string }> = {
  'image/jpeg': { type: 'image/jpeg', ext: 'jpg' },
  'image/png': { type: 'image/png', ext: 'png' },
  'image/apng': { type: 'image/png', ext: 'png' },
  'image/webp': { type: 'image/webp', ext: 'webp' },
  'image/gif': { type: 'image/gif', ext: 'gif' },
  'image/avif': { type: 'image/webp', ext: 'webp' },
  'image/tiff': { type: 'image/tiff', ext: 'tif' },
}

const RAW =
  /^image\/(hei[cf](-sequence)?|x-(canon|nikon|sony|adobe|olympus|fujifilm|panasonic)-\w+)$/

const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'application/x-apple-diskimage',
  'application/x-ms-shortcut',
  'application/x-ms-regedit',
  'application/x-ft-apple.alias',
  'application/x-deb',
  'application/x-rpm',
  'application/wasm',
  'application/vnd.ms-htmlhelp',
])

const MARKUP = /^\s*(<\?xml|<!doctype|<html|<svg|<script|<head|<body|<!--)/i
const MARKUP_NAMES = new Set(['svg', 'html', 'htm', 'xhtml', 'xht', 'xml', 'mht', 'mhtml', 'xsl'])
const TEXT_NAMES = new Set(
  'txt md markdown csv tsv json jsonl yaml yml toml ini conf log ics vcf srt vtt tex bib po sql diff patch css rst adoc org etherpad'.split(
    ' ',
  ),
)
const TEXT = 'text/plain'
const UNKNOWN = 'application/octet-stream'

export function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Laws 1 to 3. */
export function kindOf({ mime, ext, text, head }: Seen, name: string): Kind {
  if (mime !== null && PROGRAMS.has(mime)) return { refused: 'file-is-a-program' }
  // OLE files begin alike: old office documents and installers; the name tells the latter.
  if (mime === 'application/x-cfb' && extensionOf(name) === 'msi')
    return { refused: 'file-is-a-program' }
  if (mime !== null && RAW.test(mime)) return { refused: 'picture-unread' }
  const picture = mime === null ? undefined : REMADE[mime]
  if (picture) return { take: 'picture', ...picture }
  if (text && (mime === null || /^text\/|^application\/xml$/.test(mime))) {
    const markup = MARKUP.test(head) || MARKUP_NAMES.has(extensionOf(name))
    return { take: 'as-it-is', type: markup ? UNKNOWN : TEXT, ext: 'txt' }
  }
  return { take: 'as-it-is', type: mime ?? UNKNOWN, ext }
}

const SHOWN = /^(image\/(jpeg|png|webp|gif)|application\/pdf|text\/plain|(audio|video)\/[\w.+-]+)$/

/** Law 3: whether it may be shown in the browser. */
export function isShown(type: string): boolean {
  return SHOWN.test(type)
}

/** Film, sound and PDF are drawn by viewers that a sandbox would keep out; no script is in them. */
export function needsViewer(type: string): boolean {
  return type === 'application/pdf' || /^(audio|video)\//.test(type)
}

/** Law 4: the name with an ending that its bytes have. */
export function nameFor(name: string, kind: Exclude<Kind, { refused: string }>): string {
  const { type, ext } = kind
  const has = extensionOf(name)
  if (ext === null) return RUNS.has(has) ? `${name}.bin` : name
  const known = type === UNKNOWN ? MARKUP_NAMES : TEXT_NAMES
  const fits = ext === 'txt' ? known.has(has) : sameEnding(has, ext)
  return fits ? name : `${name}.${ext}`
}

/** What systems run when it is opened. */
const RUNS = new Set(
  'exe com scr pif cpl dll msi msp bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta lnk url reg jar app apk sh command desktop py pl rb php svg html htm xhtml'.split(
    ' ',
  ),
)

const ALIKE = [
  ['jpg', 'jpeg', 'jpe'],
  ['tif', 'tiff'],
  ['png', 'apng'],
  ['cfb', 'doc', 'xls', 'ppt', 'msg', 'vsd', 'pub'],
  ['mp4', 'm4v', 'm4a', 'mov', 'qt'],
  ['ogg', 'oga', 'ogv', 'opus', 'ogx', 'spx'],
  ['mkv', 'webm'],
  ['zip', 'epub', 'odp', 'ods', 'odt', 'odg', 'docx', 'xlsx', 'pptx', 'kmz'],
  ['gz', 'tgz', 'etherpad'],
  ['mpg', 'mpeg', 'mp1', 'mp2', 'mp3'],
]

function sameEnding(has: string, ext: string): boolean {
  return has === ext || ALIKE.some((row) => row.includes(has) && row.includes(ext))
}
