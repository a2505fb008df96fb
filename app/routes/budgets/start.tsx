import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { canSpeak, hasRole } from '#app/domain/authorization'
import { BudgetForm } from '#app/domain/budgets/forms'
import { startBudget } from '#app/domain/budgets/write-budget.server'
import { placesOf } from '#app/domain/opinions/places.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { BudgetFields, budgetLabels } from './budget-fields'

export const loader = page(async ({ actor, t }) => {
  insist(canSpeak(actor))
  const places = await placesOf((path) => hasRole(actor, 'officer', path))
  insist(places.length > 0 || 'budget.officers-only')
  return { places, title: t('budgets.make') }
})

export const action = form(BudgetForm, async ({ actor, values }) => {
  const { id } = await startBudget(actor, values)
  return go(`/budgets/${id}`, { key: 'budgets.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Start() {
  const { places, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to="/budgets">{t('shell.budgets')}</WayBack>
      <h1>{title}</h1>
      <p>{t('budgets.make-hint')}</p>
      <Form method="post">
        <FormErrors result={result} labels={budgetLabels(t)} />
        <BudgetFields places={places} values={blank(places[0]?.id ?? null)} result={result} />
        <button className="button">{t('budgets.save')}</button>
      </Form>
    </div>
  )
}

const blank = (territoryId: string | null) => ({
  title: '',
  description: '',
  act: null,
  territoryId,
  language: null,
  money: null,
  proposers: 'residentsAndAssociations',
  mostIdeas: null,
  ballot: 'several',
  districts: [],
  ideasFrom: null,
  ideasUntil: null,
  checkUntil: null,
  voteFrom: null,
  voteUntil: null,
})
