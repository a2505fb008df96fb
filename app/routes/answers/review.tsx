import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { ReviewForm } from '#app/domain/answers/forms'
import { askReview } from '#app/domain/answers/judge-answer.server'
import { answerToJudge } from '#app/domain/answers/queries.server'
import { formatDate } from '#app/i18n/formats'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const answer = await answerToJudge(actor, param('answerId'))
  return { answer, title: t('answers.ask-review') }
})

export const action = form(ReviewForm, async ({ actor, param, values, language }) => {
  const { proposalId, dueOn } = await askReview(actor, param('answerId'), values)
  const date = formatDate(dueOn, language, 'weekday')
  return go(`/proposals/${proposalId}#answer`, { key: 'answers.ask.done', values: { date }, kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Review() {
  const { answer, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p lang={answer.language} dir="auto">
        {answer.title}
      </p>
      <p>{t('answers.ask.once', { count: answer.reviewDays })}</p>
      <ActForm
        result={result}
        can={answer.can.askReview}
        button={t('answers.ask.button')}
        back={`/proposals/${answer.proposalId}#answer`}
      >
        <TextArea
          name="reason"
          label={t('answers.ask.reason')}
          hint={t('answers.ask.reason-hint')}
          result={result}
          required
        />
      </ActForm>
    </div>
  )
}
