import { Link } from '#app/components/link'
import type { Became as Way } from '#app/domain/proposals/proposal-page.server'
import { useWords } from '#app/i18n/use-words'

/** The votes and budgets that a proposal went into. */
export function Became({ ways }: { ways: Way[] }) {
  const t = useWords()
  if (ways.length === 0) return null
  return (
    <section aria-labelledby="became">
      <h2 id="became">{t('proposals.became.title')}</h2>
      <ul>
        {ways.map(({ kind, to, title, language }) => (
          <li key={to}>
            {t(`proposals.became.${kind}`)}:{' '}
            <Link to={to}>
              <bdi lang={language}>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
