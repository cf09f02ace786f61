/** Memory: where gatherings, decisions and what was said are found again. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { FoundList } from './FoundList.tsx'
import { Seek } from './Seek.tsx'
import { everything } from './seeking.ts'
import './page.css'

export function MemoryPage() {
  const [wish, setWish] = useState(everything)
  const sought = useDeferredValue(wish)
  return (
    <main id="main" className="page memory">
      <div className="head">
        <h1 className="doc">
          <Trans>Memory</Trans>
        </h1>
        <p className="acts">
          <Link to="/memory/import">
            <Trans>Import a saved chat</Trans>
          </Link>
          <a href="/memory.atom">
            <Trans>Feed</Trans>
          </a>
        </p>
      </div>
      <Seek sought={wish} seek={(change) => setWish((before) => ({ ...before, ...change }))} />
      <FoundList sought={sought} />
    </main>
  )
}
