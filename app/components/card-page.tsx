import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/use-words'
import { Link } from './link'

type Page = {
  /** The room's own word: its address and its words begin with it */
  room: 'budgets' | 'opinions' | 'panels'
  title: string
  /** Whether this person may begin a new one here */
  makes: boolean
  /** The territory that the list is of, if one was asked for */
  slug: string | null
  next: string | null
  /** One `Card` each */
  children: ReactNode[]
}

/** What a room has, newest first: what it is, the way to a new one, a card each, and more behind a link. */
export function CardPage({ room, title, makes, slug, next, children }: Page) {
  const t = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p>{t(`${room}.what-it-is`)}</p>
      {makes && (
        <p className="actions">
          <Link className="button" to={`/${room}/new`}>
            {t(`${room}.make`)}
          </Link>
        </p>
      )}
      {children.length === 0 && (
        <div className="empty">
          <p>{t(`${room}.none`)}</p>
        </div>
      )}
      <ul className="cards">{children}</ul>
      {next && (
        <p className="actions">
          <Link
            className="quiet-button"
            rel="next"
            to={`/${room}?${new URLSearchParams({ ...(slug && { territory: slug }), after: next })}`}
          >
            {t('shell.more')}
          </Link>
        </p>
      )}
    </>
  )
}

type Shown = { to: string; title: string; language: string; badge: string; stage: string; children: ReactNode }

/** A badge with a word, and behind it what there is to say; sentences after the first line follow as `more`. */
export function Card({ to, title, language, badge, stage, children, more }: Shown & { more?: ReactNode }) {
  return (
    <li>
      <article className="card">
        <h2>
          <Link to={to}>
            <bdi lang={language}>{title}</bdi>
          </Link>
        </h2>
        <p className="meta">
          <span className={badge}>{stage}</span> {children}
        </p>
        {more}
      </article>
    </li>
  )
}
