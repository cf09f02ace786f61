/**
 * What is refused quietly at the door: the answer is the same as for anybody, and nothing is kept but
 * a number. 1. A field that people do not see was filled in. 2. A name or an answer that is an
 * advertisement: links of kinds that are for sale, the words they come with, one text many times.
 */
const PATTERNS: readonly RegExp[] = [
  /\b(?:viagra|cialis|casino|payday loan|escort|porn\w*|xxx)\b/i,
  /\b(?:buy|cheap|order)\b.{0,40}\b(?:followers|likes|backlinks|pills|replica)\b/i,
  /\b(?:seo|backlink|link[- ]building)\b.{0,60}\b(?:service|services|offer|package|rank\w*)\b/i,
  /\b(?:crypto|bitcoin|forex)\b.{0,60}\b(?:profit|invest\w*|double|guaranteed)\b/i,
  /\[url=|<a\s+href=|\bhref\s*=/i,
  /(?:https?:\/\/\S+[\s\S]*){4}/i,
  /(.)\1{30}/su,
]

/** Why it is refused quietly; null for what people write. */
export function abuseIn(trap: string, texts: readonly string[]): 'trap' | 'pattern' | null {
  if (trap.trim()) return 'trap'
  return texts.some((text) => PATTERNS.some((pattern) => pattern.test(text))) ? 'pattern' : null
}

/** A name is a name: no address of the web stands in it. */
export function isAdvertised(name: string): boolean {
  return /https?:|www\.|\.(?:com|net|ru|shop|xyz)\b/i.test(name)
}
