import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { ConfigError, readConfig } from './config.ts'

function sentencesFor(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.sentences
    throw cause
  }
  return []
}

test('a steward who sets nothing gets a hall on localhost:8020 with its own database', () => {
  const config = readConfig({})
  assert.equal(config.port, 8020)
  assert.equal(config.host, 'localhost')
  assert.equal(config.origin, 'http://localhost:8020')
  assert.equal(config.databaseUrl, null)
  assert.equal(config.mailFrom, 'Moothall <moothall@localhost>')
  assert.ok(config.data.startsWith('/'), 'the data folder does not move with the working directory')
})

test('every wrong value is named in one go', () => {
  const wrong = {
    PORT: 'eighty',
    ORIGIN: 'hall.example.org',
    DATABASE_URL: 'mysql://x',
    TRUSTED_PROXIES: '10.0.0.0/99',
  }
  const sentences = sentencesFor(wrong)
  assert.equal(sentences.length, 4)
  for (const name of Object.keys(wrong))
    assert.ok(sentences.some((sentence) => sentence.startsWith(`${name} `)))
})

test('no sentence ever prints a value', () => {
  const names = [
    'PORT',
    'HOST',
    'ORIGIN',
    'DATABASE_URL',
    'REDIS_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'TRUSTED_PROXIES',
    'DATABASE_POOL',
  ]
  const secret = fc.stringMatching(/^[!-~]{12,30}$/).map((text) => `§${text}`)
  fc.assert(
    fc.property(fc.constantFrom(...names), secret, (name, value) => {
      const sentences = sentencesFor({ [name]: value })
      assert.ok(sentences.every((sentence) => !sentence.includes(value)))
    }),
  )
})

test('a secret can come from a file, and the variable itself wins', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'moothall-config-'))
  try {
    const file = join(folder, 'database')
    await writeFile(file, 'postgres://hall:secret@db/hall\n')
    assert.equal(
      readConfig({ DATABASE_URL_FILE: file }).databaseUrl,
      'postgres://hall:secret@db/hall',
    )
    const both = readConfig({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://other/hall' })
    assert.equal(both.databaseUrl, 'postgres://other/hall')
    await writeFile(file, '\n')
    assert.deepEqual(sentencesFor({ DATABASE_URL_FILE: file }), [
      'DATABASE_URL_FILE names an empty file.',
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a secret file that is not there stops the start and is named', () => {
  const [sentence] = sentencesFor({ SMTP_URL_FILE: '/nowhere/at/all' })
  assert.equal(sentence, 'SMTP_URL_FILE must name a file that this user can read.')
})

test('an origin loses its last slash and may not have a path', () => {
  assert.equal(
    readConfig({ ORIGIN: 'https://Hall.Example.org/' }).origin,
    'https://hall.example.org',
  )
  assert.equal(sentencesFor({ ORIGIN: 'https://example.org/hall' }).length, 1)
})

test('a variable left empty, as compose files do, counts as not set', () => {
  assert.equal(readConfig({ REDIS_URL: '', PORT: ' ' }).redisUrl, null)
})

test('trusted proxies are addresses and networks of both kinds', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '127.0.0.1, ::1 10.0.0.0/8,fd00::/8' })
  assert.deepEqual(trustedProxies, ['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8'])
})
