import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { html } from 'hono/html'
import { page } from './page.ts'
import { wordsIn } from './words.ts'

const sheet = { title: 'Keys & <locks>', body: html`<main><h1>${'<b>Chiara</b>'}</h1></main>` }

test('a page says its language, and nothing that people wrote becomes markup', async () => {
  const answer = await page(wordsIn('es'), sheet)
  const text = await answer.text()
  assert.match(text, /<html lang="es" dir="ltr">/)
  assert.match(text, /<title>Keys &amp; &lt;locks&gt;<\/title>/)
  assert.match(text, /<h1>&lt;b&gt;Chiara&lt;\/b&gt;<\/h1>/)
})

test('a page runs its own script and no other, by the hash in its policy', async () => {
  const answer = await page(wordsIn('en'), { ...sheet, script: 'document.title = "hello"' })
  const text = await answer.text()
  const script = /<script>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? ''
  const styles = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? ''
  const policy = answer.headers.get('content-security-policy') ?? ''
  for (const part of [script, styles])
    assert.ok(policy.includes(createHash('sha256').update(part).digest('base64')), part)
  assert.ok(!policy.includes('unsafe'))
})

test('the frame of a page weighs less than 5 kB', async () => {
  const { gzipSync } = await import('node:zlib')
  const bytes = gzipSync(await (await page(wordsIn('en'), sheet)).text()).length
  assert.ok(bytes < 5000, `${bytes} bytes`)
})
