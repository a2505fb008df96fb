import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { orAgain } from '#app/components/no-answer'
import { ProjectForm } from '#app/domain/budgets/forms'
import { projectPage } from '#app/domain/budgets/project-page.server'
import { changeProject } from '#app/domain/budgets/put-forward.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { numberIn } from './number'
import { ProjectFields, projectLabels } from './project-fields'

export const loader = page(async (scene) => {
  const project = await projectPage(scene.actor, scene.param('budgetId'), numberIn(scene))
  insist(project.can.change)
  return { project, title: scene.t('budgets.change') }
})

export const action = form(ProjectForm, async (scene) => {
  const [budgetId, number] = [scene.param('budgetId'), numberIn(scene)]
  await changeProject(scene.actor, budgetId, number, scene.values)
  return go(`/budgets/${budgetId}/projects/${number}`, { key: 'budgets.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Change() {
  const { project, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      {project.feasibility === 'changes' && (
        <blockquote lang={project.officeLanguage} dir="auto">
          {project.checks.at(-1)?.reason}
        </blockquote>
      )}
      <ActForm
        result={result}
        labels={projectLabels(t)}
        button={t('budgets.save')}
        back={`/budgets/${project.budget.id}/projects/${project.number}`}
      >
        <ProjectFields districts={project.budget.districts} speakers={null} values={project} result={result} />
      </ActForm>
    </div>
  )
}
