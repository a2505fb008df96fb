import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { ClosureForm } from '#app/domain/offices/forms'
import { addClosure } from '#app/domain/offices/people.server'
import { officeToManage } from '#app/domain/offices/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, name } = await officeToManage(actor, param('officeId'))
  return { office: { id, name }, title: t('offices.closure-add') }
})

export const action = form(ClosureForm, async ({ actor, param, values }) => {
  await addClosure(actor, param('officeId'), values)
  return go(`/admin/offices/${param('officeId')}`, { key: 'offices.notice.closure-added' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.office.name} · Agorà` },
]

export default function Closures() {
  const { office, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    startsOn: t('offices.closure-from'),
    endsOn: t('offices.closure-to'),
    reason: t('offices.closure-reason'),
  }
  return (
    <Form method="post" className="narrow">
      <p className="meta">{office.name}</p>
      <h1>{title}</h1>
      <p>{t('offices.closure-text')}</p>
      <FormErrors result={result} labels={labels} />
      <TextField name="startsOn" type="date" label={labels.startsOn} required result={result} />
      <TextField name="endsOn" type="date" label={labels.endsOn} required result={result} />
      <TextField
        name="reason"
        label={labels.reason}
        hint={t('offices.closure-reason-hint')}
        maxLength={200}
        required
        result={result}
      />
      <p className="actions">
        <button className="button">{t('shell.save')}</button>
        <Link to={`/admin/offices/${office.id}`}>{t('shell.back')}</Link>
      </p>
    </Form>
  )
}
