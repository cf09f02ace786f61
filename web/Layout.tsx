/** The hall's frame: its name, the ways, who is here, and at the foot the languages. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from './kit/Button.tsx'
import { LOCALES, speak } from './kit/words.ts'
import { StewardsWay } from '#slices/hall/web/StewardsWay.tsx'
import { useHall } from '#slices/hall/web/useHall.ts'
import layout from './Layout.module.css'
import { ways } from './places.ts'
import { Me } from './Me.tsx'

function Gable() {
  return (
    <svg className={layout['gable']} viewBox="0 0 28 28" aria-hidden="true">
      <path d="M2.5 12.5 14 3l11.5 9.5M5.5 10v14.5h17V10M11 24.5V18a3 3 0 0 1 6 0v6.5" />
    </svg>
  )
}

function Ways({ open }: { open: boolean }) {
  const { t } = useLingui()
  return (
    <nav className={layout['ways']} data-open={open} aria-label={t`The hall`} id="ways">
      {ways
        .toSorted((a, b) => a.order - b.order)
        .map(({ to, label }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
            {label()}
          </Link>
        ))}
    </nav>
  )
}

function Header({ name }: { name: string }) {
  const [open, setOpen] = useState(false)
  return (
    <header className={layout['site']}>
      <div className={layout['row']}>
        <Link to="/" className={layout['hall'] ?? ''}>
          <Gable />
          <bdi>{name}</bdi>
        </Link>
        <Ways open={open} />
        <Me />
        <Button
          look="quiet"
          onPress={() => setOpen(!open)}
          aria-expanded={open}
          aria-controls="ways"
        >
          <MenuIcon size={20} aria-hidden="true" />
          <Trans>Menu</Trans>
        </Button>
      </div>
    </header>
  )
}

function Footer() {
  const { i18n } = useLingui()
  return (
    <footer className={layout['foot']}>
      <p>
        <Trans>Nothing on this page counts or follows you.</Trans>
      </p>
      <p>
        <StewardsWay />
        {Object.entries(LOCALES).map(([locale, name]) => (
          <button
            key={locale}
            type="button"
            lang={locale}
            aria-pressed={i18n.locale === locale}
            onClick={() => void speak(locale === 'es' ? 'es' : 'en', true)}
          >
            {name}
          </button>
        ))}
      </p>
    </footer>
  )
}

export function Layout({ children }: { children?: ReactNode }) {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const hall = useHall()
  return (
    <div className={layout['frame']}>
      <a className="skip" href="#main">
        <Trans>To the page</Trans>
      </a>
      <Header key={path} name={hall?.name ?? 'Moothall'} />
      {children ?? <Outlet />}
      <Footer />
    </div>
  )
}
