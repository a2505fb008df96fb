import { Link } from '#app/components/link'

type Props = { title: string; budgetId: string; project: { number: number; title: string; language: string } }

/** What is done, and to which project, with the way back to it. */
export function ActHead({ title, budgetId, project }: Props) {
  return (
    <>
      <h1>{title}</h1>
      <h2>
        <Link to={`/budgets/${budgetId}/projects/${project.number}`}>
          <bdi lang={project.language}>{project.title}</bdi>
        </Link>
      </h2>
    </>
  )
}
