import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FormErrors } from '#app/components/fields'
import { Link } from '#app/components/link'
import { closeOffice } from '#app/domain/offices/commands.server'
import { officeToManage } from '#app/domain/offices/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, name } = await officeToManage(actor, param('officeId'))
  return { office: { id, name }, title: t('offices.close') }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  await closeOffice(actor, param('officeId'))
  return go('/admin/offices', { key: 'offices.notice.closed' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.office.name} · Agorà` },
]

export default function Closing() {
  const { office, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <Form method="post" className="narrow">
      <p className="meta">{office.name}</p>
      <h1>{title}</h1>
      <p>{t('offices.close-text')}</p>
      <FormErrors result={result} />
      <p className="actions">
        <button className="danger-button">{t('offices.close')}</button>
        <Link to={`/admin/offices/${office.id}`}>{t('shell.back')}</Link>
      </p>
    </Form>
  )
}
