import { Link } from '#app/components/link'
import type { Listed } from '#app/domain/associations/public-register.server'
import { useWords } from '#app/i18n/use-words'

/** Verified associations, each with what it does and where. */
export function AssociationCards({ associations }: { associations: Listed[] }) {
  const t = useWords()
  return (
    <ul className="cards">
      {associations.map(({ id, name, legalForm, seat, description, languages, proposals }) => (
        <li key={id}>
          <article className="card">
            <h2>
              <Link to={`/associations/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            </h2>
            <p className="meta">
              {legalForm && t(`associations.form.${legalForm}`)}
              {seat && ` · ${seat}`}
            </p>
            <p dir="auto" className="lines">
              {description}
            </p>
            <p className="meta">{languages.map((spoken) => t(`associations.language.${spoken}`)).join(' · ')}</p>
            {proposals > 0 && <p className="meta">{t('associations.proposals', { count: proposals })}</p>}
          </article>
        </li>
      ))}
    </ul>
  )
}
