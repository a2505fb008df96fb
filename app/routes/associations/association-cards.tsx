import { Link } from '#app/components/link'
import { usePlaceName } from '#app/components/place-name'
import type { Listed } from '#app/domain/associations/public-register.server'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'

/** Verified associations, each with what it does and where. */
export function AssociationCards({ associations }: { associations: Listed[] }) {
  const t = useWords()
  const reading = useLanguage()
  const placeName = usePlaceName()
  return (
    <ul className="cards">
      {associations.map(({ id, name, legalForm, seat, description, language, languages, proposals, territories }) => (
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
            {worksElsewhere(seat, territories) && (
              <p className="meta">
                {t('associations.works-in', {
                  places: listed(territories.slice(0, mostNamed).map(placeName), reading),
                })}
                {territories.length > mostNamed && ` (+${territories.length - mostNamed})`}
              </p>
            )}
            <p lang={language} dir="auto" className="lines">
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

const mostNamed = 4

/** The comune of its seat alone would be said twice. */
function worksElsewhere(seat: string | null, territories: Listed['territories']) {
  return territories.some(({ name, kind }) => kind !== 'comune' || name !== seat)
}
