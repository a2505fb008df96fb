import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { CodeForm } from '#app/domain/polls/forms'
import { ballotPage, pollPage } from '#app/domain/polls/queries.server'
import { pollInReading } from '#app/domain/polls/translations'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { codeCookie } from './code-cookie.server'

export const loader = page(async ({ actor, param, language: reading, t }) => {
  const { id, question, language } = pollInReading(await pollPage(actor, param('pollId')), reading)
  return { id, question, language, title: t('polls.code.title') }
})

export const action = form(CodeForm, async ({ actor, param, values }) => {
  const id = param('pollId')
  await ballotPage(actor, id, values.code)
  return go(`/polls/${id}/ballot`, undefined, new Headers({ 'Set-Cookie': codeCookie(id, values.code) }))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Code() {
  const { id, question, language, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/polls/${id}`}>{t('polls.back')}</WayBack>
      <h1>{title}</h1>
      <p lang={language} dir="auto">
        <strong>{question}</strong>
      </p>
      <Form method="post" autoComplete="off">
        <FormErrors result={result} />
        <TextField
          name="code"
          label={t('polls.code.code')}
          hint={t('polls.code.hint')}
          result={result}
          required
          dir="ltr"
          maxLength={40}
          autoComplete="off"
        />
        <button className="button">{t('polls.vote')}</button>
      </Form>
    </div>
  )
}
