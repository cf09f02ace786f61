/** What a browser calls itself, in two words: which it is and on what. */

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const firstOf = (table: [RegExp, string][], agent: string) =>
  table.find(([mark]) => mark.test(agent))?.[1]

/** "Firefox, Android"; what is not known stands as it came, shortened. */
export function agentShown(agent: string): string {
  const known = [firstOf(BROWSERS, agent), firstOf(SYSTEMS, agent)].filter(Boolean)
  return known.length > 0 ? known.join(', ') : agent.slice(0, 40)
}
