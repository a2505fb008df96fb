import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { CommitmentName } from '#app/components/commitment-name'
import { SelectField, TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { commitmentToHandOver } from '#app/domain/answers/commitment-queries.server'
import { handOverCommitment } from '#app/domain/answers/commitments.server'
import { HandOverForm } from '#app/domain/answers/forms'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const { offices, ...commitment } = await commitmentToHandOver(actor, param('commitmentId'))
  const { id, title, language, office, can } = commitment
  return {
    id,
    commitment: { title, language },
    office: office.name,
    offices,
    can: can.handOver,
    title: t('answers.commitment.hand-over'),
  }
})

export const action = form(HandOverForm, async ({ actor, param, values }) => {
  await handOverCommitment(actor, param('commitmentId'), values)
  return go(`/commitments/${param('commitmentId')}`, { key: 'answers.commitment.handed-over', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function HandOver() {
  const { id, can, commitment, office, offices, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { officeId: t('answers.commitment.taking-office'), reason: t('answers.commitment.hand-over-reason') }
  if (offices.length === 0)
    return (
      <div className="narrow">
        <WayBack to={`/commitments/${id}`}>{commitment.title ?? t('answers.commitment.hidden-title')}</WayBack>
        <h1>{title}</h1>
        <p className="notice">{t('answers.commitment.no-other-office')}</p>
      </div>
    )
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <CommitmentName commitment={commitment} />
      <p className="notice">
        {t('answers.commitment.who')}:{' '}
        <strong>
          <bdi>{office}</bdi>
        </strong>
      </p>
      <p>{t('answers.commitment.hand-over-public')}</p>
      <ActForm
        result={result}
        can={can}
        labels={labels}
        button={t('answers.commitment.hand-over-button')}
        back={`/commitments/${id}`}
      >
        <SelectField
          name="officeId"
          label={labels.officeId}
          options={offices.map((one) => ({ value: one.id, label: one.name }))}
          empty={t('answers.assign.choose')}
          result={result}
          required
        />
        <TextArea name="reason" label={labels.reason} result={result} required />
      </ActForm>
    </div>
  )
}
