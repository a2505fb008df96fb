import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SelectField, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { declareConflict } from '#app/domain/budgets/conflicts.server'
import { ConflictForm } from '#app/domain/budgets/forms'
import { budgetPage } from '#app/domain/budgets/queries.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, projects, pairs, can } = await budgetPage(actor, param('budgetId'))
  insist(can.arrange)
  return { id, projects, pairs, title: t('budgets.pairs') }
})

export const action = form(ConflictForm, async ({ actor, param, values }) => {
  await declareConflict(actor, param('budgetId'), values)
  return go(`/budgets/${param('budgetId')}/pairs`, { key: 'budgets.saved', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Pairs() {
  const { id, projects, pairs, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const options = projects.map(({ number, title: name }) => ({ value: String(number), label: `${number}. ${name}` }))
  return (
    <div className="narrow">
      <WayBack to={`/budgets/${id}`}>{t('budgets.back')}</WayBack>
      <h1>{title}</h1>
      <p>{t('budgets.pairs-hint')}</p>
      <ul>
        {pairs.map(({ first, second, reason }) => (
          <li key={`${first.number}-${second.number}`}>
            <bdi>{first.title}</bdi> · <bdi>{second.title}</bdi>: <bdi>{reason}</bdi>
            <Form method="post" action={`/budgets/${id}/pairs/end`}>
              <input type="hidden" name="first" value={first.number} />
              <input type="hidden" name="second" value={second.number} />
              <button className="quiet-button">{t('budgets.end-pair')}</button>
            </Form>
          </li>
        ))}
      </ul>
      {projects.length > 1 && (
        <Form method="post">
          <FormErrors result={result} />
          <SelectField name="first" label={t('budgets.pair-first')} result={result} required options={options} />
          <SelectField
            name="second"
            label={t('budgets.pair-second')}
            value={options[1]?.value}
            result={result}
            required
            options={options}
          />
          <TextField name="reason" label={t('budgets.reason')} result={result} required maxLength={300} />
          <button className="button">{t('budgets.save')}</button>
        </Form>
      )}
    </div>
  )
}
