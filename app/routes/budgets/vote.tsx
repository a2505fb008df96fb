import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Choices, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { VoteForm } from '#app/domain/budgets/forms'
import { prepareVote } from '#app/domain/budgets/prepare-vote.server'
import { budgetPage } from '#app/domain/budgets/queries.server'
import { comparedRules } from '#app/domain/polls/comparison'
import { pastComparisons } from '#app/domain/polls/past-comparisons.server'
import { placeBySlug } from '#app/domain/proposals/queries.server'
import { found, insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { PastBudgets } from './past-budgets'

export const loader = page(async ({ actor, param, t }) => {
  const { id, can, territory } = await budgetPage(actor, param('budgetId'))
  insist(can.prepareVote)
  const place = found(await placeBySlug(territory.slug))
  return { id, past: await pastComparisons(place.id), title: t('budgets.prepare-vote') }
})

export const action = form(VoteForm, async ({ actor, param, values }) => {
  const { pollId } = await prepareVote(actor, param('budgetId'), values)
  return go(`/polls/${pollId}/summary`)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Vote() {
  const { id, past, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/budgets/${id}`}>{t('budgets.back')}</WayBack>
      <h1>{title}</h1>
      <PastBudgets past={past} />
      <Form method="post">
        <FormErrors result={result} />
        <Choices
          name="rule"
          legend={t('budgets.rule')}
          value="mes_cost_add1u"
          result={result}
          options={comparedRules.map((value) => ({
            value,
            label: t(`polls.rule.${value}.name`),
            hint: t(`polls.rule.${value}.does`),
          }))}
        />
        <Choices
          name="spend"
          legend={t('polls.fields.spend')}
          value="freely"
          result={result}
          options={['freely', 'within-budget'].map((value) => ({ value, label: t(`polls.fields.spend-${value}`) }))}
        />
        <Choices
          name="voters"
          legend={t('polls.fields.voters')}
          value="residents"
          result={result}
          options={['residents', 'attested', 'confirmed'].map((value) => ({
            value,
            label: t(`polls.voters.${value}`),
          }))}
        />
        <TextField
          name="maxChoices"
          type="number"
          min={1}
          label={t('polls.fields.maxChoices')}
          hint={t('polls.fields.maxChoices-hint')}
          result={result}
        />
        <button className="button">{t('budgets.prepare-vote')}</button>
      </Form>
    </div>
  )
}
