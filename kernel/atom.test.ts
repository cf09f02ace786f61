import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AtomFeed, atom } from './atom.ts'

const FEED: AtomFeed = {
  id: 'tag:hall.example,2026:gatherings',
  title: 'Gatherings of Quillmarsh Commons',
  updated: '2026-11-24T08:00:00.000Z',
  self: 'https://hall.example/feeds/public.atom?page=2&zone=UTC',
  href: 'https://hall.example/gatherings',
  language: 'en',
  entries: [],
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('a feed names itself, its language and its other pages', () => {
  const text = atom({ ...FEED, pages: { next: 'https://hall.example/feeds/public.atom?page=3' } })
  assert.match(text, /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed [^>]+xml:lang="en">/)
  assert.match(text, /<link rel="self" [^>]+page=2&amp;zone=UTC"\/>/)
  assert.match(text, /<link rel="next" [^>]+page=3"\/>/)
  assert.match(text, /<\/feed>\n$/)
})

test('no title can open or close an element', () => {
  const titles = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</title><script>&amp;'))
  fc.assert(
    fc.property(titles, (title) => {
      const text = atom({
        ...FEED,
        entries: [{ id: 'tag:x', title, updated: FEED.updated, href: 'https://hall.example/g/1' }],
      })
      const entry = /<entry>[\s\S]*<\/entry>/.exec(text)?.[0] ?? ''
      const found = /<title>([\s\S]*)<\/title>/.exec(entry)?.[1] ?? ''
      // oxlint-disable-next-line no-control-regex
      const kept = title.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      assert.doesNotMatch(found, /[<>]/)
      assert.equal(unescaped(found), kept)
    }),
  )
})
