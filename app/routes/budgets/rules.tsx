import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { hasRole } from '#app/domain/authorization'
import { BudgetForm } from '#app/domain/budgets/forms'
import { draftBudget } from '#app/domain/budgets/wizard.server'
import { saveBudget } from '#app/domain/budgets/write-budget.server'
import { placesOf } from '#app/domain/opinions/places.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { BudgetFields, budgetLabels } from './budget-fields'

export const loader = page(async ({ actor, param, t }) => {
  const draft = await draftBudget(actor, param('budgetId'))
  const places = await placesOf((path) => hasRole(actor, 'officer', path))
  return { draft, places, title: t('budgets.change-rules') }
})

export const action = form(BudgetForm, async ({ actor, param, values }) => {
  await saveBudget(actor, param('budgetId'), values)
  return go(`/budgets/${param('budgetId')}`, { key: 'budgets.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Rules() {
  const { draft, places, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/budgets/${draft.id}`}>{t('budgets.back')}</WayBack>
      <h1>{title}</h1>
      <Form method="post">
        <FormErrors result={result} labels={budgetLabels(t)} />
        <BudgetFields places={places} values={draft} result={result} />
        <button className="button">{t('budgets.save')}</button>
      </Form>
    </div>
  )
}
