import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { associationsToActFor } from '#app/domain/associations/policy'
import { ProjectForm } from '#app/domain/budgets/forms'
import { putForward } from '#app/domain/budgets/put-forward.server'
import { ideaForm } from '#app/domain/budgets/wizard.server'
import { titleTold } from '#app/domain/translations/translations.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { ProjectFields, projectLabels } from './project-fields'

export const loader = page(async ({ actor, param, language: reading, t }) => {
  const acting = associationsToActFor(actor)
  const { oneself, districts, title, language } = await ideaForm(
    actor,
    param('budgetId'),
    acting.map(({ id }) => id),
  )
  return {
    districts,
    speakers: { acting, oneself },
    budget: await titleTold('budget', { id: param('budgetId'), title, language }, reading),
    title: t('budgets.put-forward'),
  }
})

export const action = form(ProjectForm, async ({ actor, param, values }) => {
  const { number } = await putForward(actor, param('budgetId'), values)
  return go(`/budgets/${param('budgetId')}/projects/${number}`, { key: 'budgets.idea-saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Idea() {
  const { districts, speakers, budget, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/budgets/${budget.id}`} language={budget.language}>
        {budget.title}
      </WayBack>
      <h1>{title}</h1>
      <p>{t('budgets.idea-hint')}</p>
      <Form method="post">
        <FormErrors result={result} labels={projectLabels(t)} />
        <ProjectFields districts={districts} speakers={speakers} values={blank} result={result} />
        <button className="button">{t('budgets.put-forward')}</button>
      </Form>
    </div>
  )
}

const blank = {
  title: '',
  text: '',
  place: '',
  districtId: null,
  latitude: null,
  longitude: null,
  language: null,
  cost: null,
}
