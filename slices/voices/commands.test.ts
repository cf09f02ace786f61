/** What `moothall media check` tells a steward. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readConfig } from '#kernel/config.ts'
import { checkMedia } from './commands.ts'

const file = (name: string) =>
  fileURLToPath(new URL(`../../testing/tls/${name}.pem`, import.meta.url))
const CERTIFICATE = { TLS_CERT: file('first.cert'), TLS_KEY: file('first.key') }

async function saidOf(env: Record<string, string>) {
  const found = await checkMedia(readConfig(env))
  const text = (isFine: boolean) =>
    found
      .filter(({ fine }) => fine === isFine)
      .map(({ say }) => say)
      .join('\n')
  return { fine: text(true), wrong: text(false) }
}

test('on one machine alone a steward hears that others need https and a host', async () => {
  const { fine, wrong } = await saidOf({})
  assert.match(fine, /Only browsers on this machine are heard/)
  assert.match(fine, /set TLS_CERT and TLS_KEY, or put a proxy/)
  assert.equal(wrong, '')
})

test('a certificate is read: for whom it is and until when', async () => {
  const { fine } = await saidOf(CERTIFICATE)
  assert.match(fine, /is for localhost and holds until 21\d\d-/)
  assert.match(fine, /People come by https/)
  const elsewhere = await saidOf({ ...CERTIFICATE, ORIGIN: 'https://hall.example.org' })
  assert.match(elsewhere.wrong, /is not for hall\.example\.org/)
  const crossed = await saidOf({ ...CERTIFICATE, TLS_KEY: file('second.key') })
  assert.match(crossed.wrong, /not a certificate and its key/)
})

test('people who come by http to another machine are told of before they try', async () => {
  const { wrong, fine } = await saidOf({
    ORIGIN: 'http://hall.example.org',
    MEDIA_HOST: '127.0.0.1',
  })
  assert.match(wrong, /Phones and other machines need https/)
  assert.match(fine, /Open UDP 7882 to/)
  assert.match(fine, /A visitor behind a firewall/)
})

test('a media server that does not answer, and one switched off, are said', async () => {
  const env = { LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_KEY: 'k', LIVEKIT_SECRET: 's' }
  assert.match((await saidOf(env)).wrong, /127\.0\.0\.1:9 does not answer/)
  assert.match((await saidOf({ MEDIA: 'off' })).fine, /MEDIA=off/)
})
