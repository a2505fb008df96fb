import { Link } from '#app/components/link'
import type { ProjectCard } from '#app/domain/budgets/queries.server'
import { useWords } from '#app/i18n/use-words'
import { FeasibilityBadge } from './feasibility-badge'
import { Money } from './money'
import { ProjectPhoto } from './project-photo'

type Props = { budgetId: string; projects: ProjectCard[]; districts: { id: string; name: string }[] }

/** Every project with where it stands, what it costs and what became of it. */
export function ProjectList({ budgetId, projects, districts }: Props) {
  const t = useWords()
  if (projects.length === 0) return <p className="empty">{t('budgets.no-projects')}</p>
  const nameOf = new Map(districts.map(({ id, name }) => [id, name]))
  return (
    <ol className="cards">
      {projects.map(
        ({ number, title, language, place, districtId, feasibility, cost, who, picture, won, commitment }) => (
          <li key={number}>
            <article className="card">
              {picture && <ProjectPhoto picture={picture} language={language} small />}
              <h3>
                {number}.{' '}
                <Link to={`/budgets/${budgetId}/projects/${number}`}>
                  <bdi lang={language}>{title}</bdi>
                </Link>
              </h3>
              <p className="meta">
                <FeasibilityBadge feasibility={feasibility} />{' '}
                {won !== null && (
                  <span className={won ? 'badge done' : 'badge'}>
                    {t(won ? 'budgets.life.funded' : 'budgets.life.not-funded')}
                  </span>
                )}{' '}
                <bdi>{who}</bdi> · <bdi>{place}</bdi>
                {districtId && (
                  <>
                    {' · '}
                    <bdi>{nameOf.get(districtId)}</bdi>
                  </>
                )}
              </p>
              {cost !== null && (
                <p>
                  <strong>
                    <Money amount={cost} />
                  </strong>
                </p>
              )}
              {commitment && (
                <p>
                  <Link to={`/commitments/${commitment.id}`}>
                    {t(commitment.done ? 'budgets.life.result' : 'budgets.life.commitment')}
                  </Link>
                </p>
              )}
            </article>
          </li>
        ),
      )}
    </ol>
  )
}
