import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
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
    <div className="narrow">
      <p className="meta">
        <Link to={`/offices/${office.id}`}>
          <bdi>{office.name}</bdi>
        </Link>
      </p>
      <h1>{title}</h1>
      <p>{t('offices.close-text')}</p>
      <ActForm result={result} button={t('offices.close')} danger back={`/admin/offices/${office.id}`} />
    </div>
  )
}
