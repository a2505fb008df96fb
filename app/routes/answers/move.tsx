import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { CommitmentName } from '#app/components/commitment-name'
import { TextArea, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { commitmentToKeep } from '#app/domain/answers/commitment-queries.server'
import { moveCommitment } from '#app/domain/answers/commitments.server'
import { MoveForm } from '#app/domain/answers/forms'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const { id, title, language, dueOn, can } = await commitmentToKeep(actor, param('commitmentId'))
  return { id, commitment: { title, language }, dueOn, can: can.keep, title: t('answers.commitment.move') }
})

export const action = form(MoveForm, async ({ actor, param, values, language }) => {
  await moveCommitment(actor, param('commitmentId'), values)
  const date = formatDate(values.dueOn, language, 'weekday')
  return go(`/commitments/${param('commitmentId')}`, {
    key: 'answers.commitment.moved',
    values: { date },
    kind: 'done',
  })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Move() {
  const { id, can, commitment, dueOn, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const language = useLanguage()
  const labels = { dueOn: t('answers.commitment.new-date'), reason: t('answers.commitment.move-reason') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <CommitmentName commitment={commitment} />
      {dueOn && (
        <p className="notice time">
          {t('answers.commitment.by-when')}: <strong>{formatDate(dueOn, language, 'weekday')}</strong>
        </p>
      )}
      <p>{t('answers.commitment.move-public')}</p>
      <ActForm
        result={result}
        can={can}
        labels={labels}
        button={t('answers.commitment.move-button')}
        back={`/commitments/${id}`}
      >
        <TextField name="dueOn" type="date" label={labels.dueOn} result={result} required />
        <TextArea name="reason" label={labels.reason} result={result} required />
      </ActForm>
    </div>
  )
}
