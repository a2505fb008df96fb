import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { SelectField, TextField } from '#app/components/fields'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { TakingInForm } from '#app/domain/budgets/forms'
import { takeIn } from '#app/domain/budgets/put-forward.server'
import { proposalsToTakeIn } from '#app/domain/budgets/wizard.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { DistrictField, projectLabels } from './project-fields'

export const loader = page(async ({ actor, param, t }) => {
  const { proposals, districts } = await proposalsToTakeIn(actor, param('budgetId'))
  return { budgetId: param('budgetId'), proposals, districts, title: t('budgets.take-in') }
})

export const action = form(TakingInForm, async ({ actor, param, values }) => {
  const { number } = await takeIn(actor, param('budgetId'), values)
  return go(`/budgets/${param('budgetId')}/projects/${number}`, { key: 'budgets.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function TakingIn() {
  const { budgetId, proposals, districts, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const { place, districtId } = projectLabels(t)
  const labels = { proposalId: t('budgets.proposal'), place, districtId }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      {proposals.length === 0 && (
        <>
          <p className="empty">{t('budgets.no-proposals')}</p>
          <Link to={`/budgets/${budgetId}`}>{t('shell.back')}</Link>
        </>
      )}
      {proposals.length > 0 && (
        <ActForm result={result} labels={labels} button={t('budgets.take-in')} back={`/budgets/${budgetId}`}>
          <SelectField
            name="proposalId"
            label={labels.proposalId}
            result={result}
            required
            options={proposals.map((proposal) => ({ value: proposal.id, label: proposal.title }))}
          />
          <TextField name="place" label={place} result={result} required maxLength={150} />
          <DistrictField districts={districts} result={result} />
        </ActForm>
      )}
    </div>
  )
}
