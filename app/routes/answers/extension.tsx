import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { DeskFrame } from '#app/components/desk-frame'
import { TextArea, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { answerAtDesk } from '#app/domain/answers/desk.server'
import { extendAnswer } from '#app/domain/answers/extend-answer.server'
import { ExtensionForm } from '#app/domain/answers/forms'
import { formatDate } from '#app/i18n/formats'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const answer = await answerAtDesk(actor, param('answerId'))
  return { answer, title: t('answers.extend.title') }
})

export const action = form(ExtensionForm, async ({ actor, param, values, language }) => {
  const { dueOn } = await extendAnswer(actor, param('answerId'), values)
  const date = formatDate(dueOn, language, 'weekday')
  return go(`/desk/${param('answerId')}`, { key: 'answers.extend.done', values: { date }, kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Extension() {
  const { answer, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { days: t('answers.extend.days'), reason: t('answers.extend.reason') }
  return (
    <DeskFrame answer={answer} current="extension">
      <h2>{title}</h2>
      <p>{t('answers.extend.once')}</p>
      <ActForm
        result={result}
        can={answer.can.extend}
        labels={labels}
        button={t('answers.extend.button')}
        back={`/desk/${answer.id}`}
      >
        <TextField
          name="days"
          type="number"
          min={1}
          label={labels.days}
          hint={t('answers.extend.at-most', { count: answer.extensionDays })}
          value={String(answer.extensionDays)}
          result={result}
          required
        />
        <TextArea name="reason" label={labels.reason} hint={t('answers.extend.reason-hint')} result={result} required />
      </ActForm>
    </DeskFrame>
  )
}
