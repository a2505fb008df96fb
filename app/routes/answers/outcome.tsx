import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { CommitmentName } from '#app/components/commitment-name'
import { TextArea, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { commitmentToKeep } from '#app/domain/answers/commitment-queries.server'
import { finishCommitment } from '#app/domain/answers/commitments.server'
import { DoneForm } from '#app/domain/answers/forms'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const { id, title, language, can } = await commitmentToKeep(actor, param('commitmentId'))
  return { id, commitment: { title, language }, can: can.keep, title: t('answers.commitment.finish') }
})

export const action = form(DoneForm, async ({ actor, param, values }) => {
  await finishCommitment(actor, param('commitmentId'), values)
  return go(`/commitments/${param('commitmentId')}`, { key: 'answers.commitment.finished', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Outcome() {
  const { id, can, commitment, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { outcome: t('answers.commitment.outcome'), evidence: t('answers.commitment.evidence') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <CommitmentName commitment={commitment} />
      <ActForm
        result={result}
        can={can}
        labels={labels}
        button={t('answers.commitment.finish')}
        back={`/commitments/${id}`}
      >
        <TextArea name="outcome" label={labels.outcome} result={result} required />
        <TextField
          name="evidence"
          type="url"
          label={labels.evidence}
          hint={t('answers.commitment.evidence-hint')}
          result={result}
        />
      </ActForm>
    </div>
  )
}
