import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeskFrame } from '#app/components/desk-frame'
import { TextArea } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { answerAtDesk, internalNotes } from '#app/domain/answers/desk.server'
import { NoteForm } from '#app/domain/answers/forms'
import { addInternalNote } from '#app/domain/answers/write-answer.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const [answer, { notes }] = await Promise.all([
    answerAtDesk(actor, param('answerId')),
    internalNotes(actor, param('answerId')),
  ])
  return { answer, notes, title: t('answers.notes.title') }
})

export const action = form(NoteForm, async ({ actor, param, values }) => {
  await addInternalNote(actor, param('answerId'), values.text)
  return go(`/desk/${param('answerId')}/notes`, { key: 'answers.notes.added', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Notes() {
  const { answer, notes, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const language = useLanguage()
  return (
    <DeskFrame answer={answer} current="notes">
      <h2>{title}</h2>
      <p>{t('answers.notes.who-sees')}</p>
      <Form method="post" key={notes.length}>
        <FormErrors result={result} />
        <TextArea name="text" label={t('answers.notes.text')} result={result} rows={3} required />
        <button className="button">{t('answers.notes.add')}</button>
      </Form>
      <ul className="notes">
        {notes.map(({ id, text, at, who, earlier }) => (
          <li key={id} className="card">
            <p className="meta">
              <bdi>{who}</bdi> · {formatDate(at, language, 'time')}
              {earlier && ` · ${t('answers.first-answer')}`}
            </p>
            <p className="people-text" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ul>
      {notes.length === 0 && <p className="empty">{t('answers.notes.none')}</p>}
    </DeskFrame>
  )
}
