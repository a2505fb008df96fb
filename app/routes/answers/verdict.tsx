import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { Choices, TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { VerdictForm } from '#app/domain/answers/forms'
import { judgeAnswer } from '#app/domain/answers/judge-answer.server'
import { answerToJudge } from '#app/domain/answers/queries.server'
import { satisfactions } from '#app/domain/answers/verdicts'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const answer = await answerToJudge(actor, param('answerId'))
  return { answer, title: t('answers.does-it-answer') }
})

export const action = form(VerdictForm, async ({ actor, param, values }) => {
  const { proposalId } = await judgeAnswer(actor, param('answerId'), values)
  return go(`/proposals/${proposalId}#answer`, { key: 'answers.judge.done', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function AuthorVerdict() {
  const { answer, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { satisfaction: t('answers.judge.choose'), reason: t('answers.judge.reason') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p lang={answer.language} dir="auto">
        {answer.title}
      </p>
      <p>{t('answers.judge.once')}</p>
      <ActForm
        result={result}
        can={answer.can.judge}
        labels={labels}
        button={t('answers.judge.button')}
        back={`/proposals/${answer.proposalId}#answer`}
      >
        <input type="hidden" name="version" value={answer.version} />
        <Choices
          name="satisfaction"
          legend={labels.satisfaction}
          options={satisfactions.map((value) => ({ value, label: t(`answers.satisfaction.${value}`) }))}
          result={result}
        />
        <TextArea name="reason" label={labels.reason} hint={t('answers.judge.reason-hint')} result={result} />
      </ActForm>
    </div>
  )
}
