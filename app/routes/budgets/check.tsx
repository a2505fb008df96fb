import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { Choices, TextArea, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { checkProject } from '#app/domain/budgets/check-project.server'
import { CheckForm } from '#app/domain/budgets/forms'
import { projectPage } from '#app/domain/budgets/project-page.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { ActHead } from './act-head'
import { FigureHistory } from './figure-history'
import { numberIn } from './number'

export const loader = page(async (scene) => {
  const project = await projectPage(scene.actor, scene.param('budgetId'), numberIn(scene))
  insist(project.can.check)
  return { project, title: scene.t('budgets.check') }
})

export const action = form(CheckForm, async (scene) => {
  const [budgetId, number] = [scene.param('budgetId'), numberIn(scene)]
  await checkProject(scene.actor, budgetId, number, scene.values)
  return go(`/budgets/${budgetId}/projects/${number}`, { key: 'budgets.checked', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Check() {
  const { project, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    feasibility: t('budgets.checks'),
    reason: t('budgets.reason'),
    cost: t('budgets.cost'),
    costWhy: t('budgets.costWhy'),
  }
  return (
    <div className="narrow">
      <ActHead title={title} budgetId={project.budget.id} project={project} />
      <p dir="auto" lang={project.language}>
        {project.text}
      </p>
      <FigureHistory figures={project.figures} />
      <ActForm
        result={result}
        labels={labels}
        button={t('budgets.check')}
        back={`/budgets/${project.budget.id}/projects/${project.number}`}
      >
        <Choices
          name="feasibility"
          legend={labels.feasibility}
          value={project.feasibility}
          result={result}
          options={['feasible', 'changes', 'infeasible'].map((value) => ({ value, label: t(`budgets.life.${value}`) }))}
        />
        <TextArea name="reason" label={labels.reason} result={result} required rows={4} />
        <TextField
          name="cost"
          type="number"
          min={1}
          label={labels.cost}
          hint={t('budgets.cost-hint')}
          value={project.cost?.toString()}
          result={result}
        />
        <TextField name="costWhy" label={labels.costWhy} result={result} maxLength={500} />
      </ActForm>
    </div>
  )
}
