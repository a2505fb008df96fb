import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { orAgain } from '#app/components/no-answer'
import { changeOffice } from '#app/domain/offices/commands.server'
import { OfficeForm } from '#app/domain/offices/forms'
import { officeToManage } from '#app/domain/offices/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { OfficeFields, officeLabels } from './office-fields'

export const loader = page(async ({ actor, param, t }) => {
  const { id, name, description, email, topics } = await officeToManage(actor, param('officeId'))
  return { office: { id, name, description, email, topics }, title: t('offices.change') }
})

export const action = form(OfficeForm, async ({ actor, param, values }) => {
  await changeOffice(actor, param('officeId'), values)
  return go(`/admin/offices/${param('officeId')}`, { key: 'offices.notice.saved' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.office.name} · Agorà` },
]

export default function Change() {
  const { office, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <p className="meta">{office.name}</p>
      <h1>{title}</h1>
      <ActForm result={result} labels={officeLabels(t)} button={t('shell.save')} back={`/admin/offices/${office.id}`}>
        <OfficeFields office={office} result={result} />
      </ActForm>
    </div>
  )
}
