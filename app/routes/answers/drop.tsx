import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { CommitmentName } from '#app/components/commitment-name'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { commitmentToKeep } from '#app/domain/answers/commitment-queries.server'
import { dropCommitment } from '#app/domain/answers/commitments.server'
import { DropForm } from '#app/domain/answers/forms'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const { id, title, language, can } = await commitmentToKeep(actor, param('commitmentId'))
  return { id, commitment: { title, language }, can: can.keep, title: t('answers.commitment.drop') }
})

export const action = form(DropForm, async ({ actor, param, values }) => {
  await dropCommitment(actor, param('commitmentId'), values)
  return go(`/commitments/${param('commitmentId')}`, { key: 'answers.commitment.dropped', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Drop() {
  const { id, can, commitment, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <CommitmentName commitment={commitment} />
      <p>{t('answers.commitment.drop-public')}</p>
      <ActForm result={result} can={can} button={t('answers.commitment.drop')} danger back={`/commitments/${id}`}>
        <TextArea name="reason" label={t('answers.commitment.drop-reason')} result={result} required />
      </ActForm>
    </div>
  )
}
