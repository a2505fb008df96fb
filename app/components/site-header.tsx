import { useRef } from 'react'
import { Link } from '#app/components/link'
import { languages } from '#app/domain/languages'
import { ownNames } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Bell } from './bell'
import { useClosingMenus } from './closing-menus'
import { forgetEverything } from './kept-on-device'

export type ShellPerson = {
  id: string
  name: string
  confirmed: boolean
  hasDesk: boolean
  moderates: boolean
  administers: boolean
}

/** Name of the place, where one can go, who one is, and the language. */
export function SiteHeader({ person, unread, path }: { person: ShellPerson | null; unread: number; path: string }) {
  const t = useWords()
  const header = useRef<HTMLElement>(null)
  useClosingMenus(header)
  return (
    <header className="site-header" ref={header}>
      <div className="site-bar">
        <Link className="brand" to="/">
          Agorà
        </Link>
        <LanguageMenu path={path} />
        <details className="menu site-menu">
          <summary>{t('shell.menu')}</summary>
          <nav className="menu-body" aria-label={t('shell.navigation')}>
            <Rooms />
          </nav>
        </details>
        {person ? (
          <PersonMenu person={person} unread={unread} />
        ) : (
          <Link className="quiet-button" to={`/sign-in?to=${encodeURIComponent(path)}`}>
            {t('shell.sign-in')}
          </Link>
        )}
      </div>
      <nav className="wide-menu" aria-label={t('shell.navigation')}>
        <Rooms />
      </nav>
    </header>
  )
}

const rooms = [
  'territories',
  'proposals',
  'polls',
  'budgets',
  'opinions',
  'associations',
  'commitments',
  'standing',
] as const

/** The same places twice: behind a button on phones, in a row when wide. */
function Rooms() {
  const t = useWords()
  return (
    <ul>
      {rooms.map((room) => (
        <li key={room}>
          <Link to={`/${room}`}>{t(`shell.${room}`)}</Link>
        </li>
      ))}
    </ul>
  )
}

function LanguageMenu({ path }: { path: string }) {
  const t = useWords()
  const current = useLanguage()
  return (
    <details className="menu">
      <summary>
        <span className="visually-hidden">{t('shell.language')}: </span>
        <span lang={current}>{ownNames[current as keyof typeof ownNames]}</span>
      </summary>
      <form method="post" action="/language" className="menu-body">
        <input type="hidden" name="to" value={path} />
        {languages.map((language) => (
          <button
            key={language}
            name="language"
            value={language}
            lang={language}
            aria-current={language === current ? 'true' : undefined}
          >
            {ownNames[language]}
          </button>
        ))}
      </form>
    </details>
  )
}

function PersonMenu({ person, unread }: { person: ShellPerson; unread: number }) {
  const t = useWords()
  return (
    <>
      <Bell unread={unread} />
      <details className="menu">
        <summary>
          <bdi>{person.name}</bdi>
        </summary>
        <div className="menu-body">
          <Link to="/account">{t('shell.account')}</Link>
          <Link to="/account/proposals">{t('shell.my-proposals')}</Link>
          {person.hasDesk && <Link to="/desk">{t('shell.desk')}</Link>}
          {person.moderates && <Link to="/moderation">{t('shell.moderation')}</Link>}
          {person.administers && <Link to="/admin">{t('shell.administration')}</Link>}
          <form method="post" action="/sign-out" onSubmit={forgetEverything}>
            <button>{t('shell.sign-out')}</button>
          </form>
        </div>
      </details>
    </>
  )
}
