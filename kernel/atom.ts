/**
 * Atom feeds (RFC 4287), paged as RFC 5005 says. Ids never change, `updated` moves only when what
 * is read changes, every text is escaped; so a reader shows each thing once and new things as new.
 */
import type { Instant } from './clock.ts'
import { escapeHtml } from './text.ts'

export type AtomEntry = {
  /** An address or `tag:` that never changes. */
  id: string
  title: string
  updated: Instant
  published?: Instant
  /** The page of it. */
  href: string
  authors?: readonly string[]
  summary?: string
  /** Simple HTML, already safe. */
  html?: string
  categories?: readonly string[]
}

export type AtomFeed = {
  id: string
  title: string
  subtitle?: string
  /** When the newest entry changed; of an empty feed, when it began. */
  updated: Instant
  /** Where this page of the feed is fetched. */
  self: string
  /** The page for people. */
  href: string
  language: string
  entries: readonly AtomEntry[]
  /** Other pages of the feed (RFC 5005, section 3). */
  pages?: Partial<Record<'first' | 'previous' | 'next' | 'last', string>>
}

// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function safe(text: string): string {
  return escapeHtml(text.toWellFormed().replaceAll(NOT_XML, ''))
}

function element(name: string, text: string | undefined, attributes = ''): string {
  return text === undefined ? '' : `<${name}${attributes}>${safe(text)}</${name}>`
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${safe(href)}"/>`
}

function entryText(entry: AtomEntry): string {
  const { authors = [], categories = [] } = entry
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    element('updated', entry.updated),
    element('published', entry.published),
    link('alternate', entry.href, 'text/html'),
    ...authors.map((name) => `<author>${element('name', name)}</author>`),
    ...categories.map((term) => `<category term="${safe(term)}"/>`),
    element('summary', entry.summary),
    element('content', entry.html, ' type="html"'),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** The text of a feed; serve it as `application/atom+xml`. */
export function atom(feed: AtomFeed): string {
  const pages = Object.entries(feed.pages ?? {})
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${safe(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated),
    `<author>${element('name', feed.title)}</author>`,
    '<generator>Moothall</generator>',
    link('self', feed.self, 'application/atom+xml'),
    link('alternate', feed.href, 'text/html'),
    ...pages.map(([rel, href]) => link(rel, href, 'application/atom+xml')),
    ...feed.entries.map(entryText),
    '</feed>',
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n')
}
