import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextArea, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { setCost } from '#app/domain/budgets/check-project.server'
import { CostForm } from '#app/domain/budgets/forms'
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
  return { project, title: scene.t('budgets.change-cost') }
})

export const action = form(CostForm, async (scene) => {
  const [budgetId, number] = [scene.param('budgetId'), numberIn(scene)]
  await setCost(scene.actor, budgetId, number, scene.values.cost, scene.values.why)
  return go(`/budgets/${budgetId}/projects/${number}`, { key: 'budgets.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Cost() {
  const { project, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { cost: t('budgets.cost'), why: t('budgets.reason') }
  return (
    <div className="narrow">
      <ActHead title={title} budgetId={project.budget.id} project={project} />
      <FigureHistory figures={project.figures} />
      <ActForm
        result={result}
        labels={labels}
        button={title}
        back={`/budgets/${project.budget.id}/projects/${project.number}`}
      >
        <TextField
          name="cost"
          type="number"
          min={1}
          label={labels.cost}
          hint={t('budgets.cost-hint')}
          value={project.cost?.toString()}
          result={result}
          required
        />
        <TextArea name="why" label={labels.why} result={result} required rows={3} />
      </ActForm>
    </div>
  )
}
