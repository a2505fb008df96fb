import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { DatesForm } from '#app/domain/budgets/forms'
import { budgetPage } from '#app/domain/budgets/queries.server'
import { moveDates } from '#app/domain/budgets/write-budget.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { HourFields, hourLabels } from './hour-field'

export const loader = page(async ({ actor, param, t }) => {
  const { dates, can } = await budgetPage(actor, param('budgetId'))
  insist(can.moveDates)
  return { budgetId: param('budgetId'), dates, title: t('budgets.move-dates') }
})

export const action = form(DatesForm, async ({ actor, param, values }) => {
  await moveDates(actor, param('budgetId'), values)
  return go(`/budgets/${param('budgetId')}`, { key: 'budgets.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Dates() {
  const { budgetId, dates, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { ...hourLabels(t), reason: t('budgets.reason') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ActForm result={result} labels={labels} button={t('budgets.save')} back={`/budgets/${budgetId}`}>
        <HourFields hours={dates} result={result} />
        <TextArea name="reason" label={labels.reason} result={result} required rows={3} />
      </ActForm>
    </div>
  )
}
