import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { answerAtDesk } from '#app/domain/answers/desk.server'
import { PartsForm } from '#app/domain/answers/forms'
import { splitPoint } from '#app/domain/answers/write-answer.server'
import { found, insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const answer = await answerAtDesk(actor, param('answerId'))
  insist(answer.can.split)
  const point = found(answer.points.find(({ id }) => id === param('pointId')))
  return {
    answerId: answer.id,
    point,
    language: answer.proposal.language,
    title: t('answers.split.title', { number: point.position }),
  }
})

export const action = form(PartsForm, async ({ actor, param, values }) => {
  await splitPoint(actor, param('answerId'), { pointId: param('pointId'), parts: values.parts })
  return go(`/desk/${param('answerId')}`, { key: 'answers.split.done', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Parts() {
  const { answerId, point, language, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('answers.split.how')}</p>
      <ActForm result={result} button={t('answers.split.button')} back={`/desk/${answerId}`}>
        <TextArea
          name="parts"
          label={t('answers.split.parts')}
          value={point.text}
          lang={language}
          rows={8}
          result={result}
          required
        />
      </ActForm>
    </div>
  )
}
