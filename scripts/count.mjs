/** A reporter for node:test that only counts: one line of JSON at the end, with the files that failed. */
export default async function* count(source) {
  const files = new Set()
  for await (const { type, data } of source) {
    if (type === 'test:fail' && data.file) files.add(data.file)
    if (type !== 'test:summary' || data.file !== undefined) continue
    const { passed = 0, failed = 0, cancelled = 0, skipped = 0, todo = 0 } = data.counts
    const sums = { passed, failed: failed + cancelled, skipped: skipped + todo }
    yield `${JSON.stringify({ ...sums, files: [...files] })}\n`
  }
}
