import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { SelectField, TextField } from '#app/components/fields'
import { commitmentsOf, commitWinners } from '#app/domain/polls/commit-winners.server'
import { CommitForm } from '#app/domain/polls/forms'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { offices } = await commitmentsOf(actor, param('pollId'))
  insist(offices.length > 0 || 'not-found')
  return { id: param('pollId'), offices, title: t('polls.commitments.make') }
})

export const action = form(CommitForm, async ({ actor, param, values }) => {
  await commitWinners(actor, param('pollId'), values)
  return go(`/polls/${param('pollId')}/results`, { key: 'polls.commitments.made', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function HandingOver() {
  const { id, offices, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { officeId: t('polls.commitments.office'), dueOn: t('polls.commitments.due') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('polls.commitments.about')}</p>
      <ActForm result={result} labels={labels} button={t('polls.commitments.make')} back={`/polls/${id}/results`}>
        <SelectField
          name="officeId"
          label={labels.officeId}
          result={result}
          required
          empty={t('polls.fields.choose')}
          options={offices.map((office) => ({ value: office.id, label: office.name }))}
        />
        <TextField name="dueOn" label={labels.dueOn} type="date" result={result} />
      </ActForm>
    </div>
  )
}
