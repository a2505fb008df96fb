import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Choices, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { ranks, SeatForm } from '#app/domain/offices/forms'
import { seatPerson } from '#app/domain/offices/people.server'
import { officeToManage } from '#app/domain/offices/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, name } = await officeToManage(actor, param('officeId'))
  return { office: { id, name }, today: new Date().toISOString().slice(0, 10), title: t('offices.seat') }
})

export const action = form(SeatForm, async ({ actor, param, values }) => {
  await seatPerson(actor, param('officeId'), values)
  return go(`/admin/offices/${param('officeId')}`, { key: 'offices.notice.seated' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.office.name} · Agorà` },
]

export default function Members() {
  const { office, today, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    email: t('identity.email'),
    rank: t('offices.rank-label'),
    startsOn: t('identity.roles.starts-on'),
    endsOn: t('identity.roles.ends-on'),
  }
  return (
    <Form method="post" className="narrow">
      <p className="meta">{office.name}</p>
      <h1>{title}</h1>
      <FormErrors result={result} labels={labels} />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        hint={t('identity.roles.email-hint')}
        required
        result={result}
      />
      <Choices
        name="rank"
        legend={labels.rank}
        value="officer"
        options={ranks.map((rank) => ({
          value: rank,
          label: t(`offices.rank.${rank}`),
          hint: t(`offices.rank-hint.${rank}`),
        }))}
        result={result}
      />
      <TextField name="startsOn" type="date" label={labels.startsOn} value={today} required result={result} />
      <TextField
        name="endsOn"
        type="date"
        label={labels.endsOn}
        hint={t('identity.roles.ends-on-hint')}
        result={result}
      />
      <p className="actions">
        <button className="button">{t('offices.seat')}</button>
        <Link to={`/admin/offices/${office.id}`}>{t('shell.back')}</Link>
      </p>
    </Form>
  )
}
