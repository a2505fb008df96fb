import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { SelectField, TextField } from '#app/components/fields'
import { insist } from '#app/domain/refusal'
import { changePatron } from '#app/domain/territories/commands.server'
import { PatronForm } from '#app/domain/territories/forms'
import { canChangeRules } from '#app/domain/territories/policy'
import { territoryBySlug } from '#app/domain/territories/queries.server'
import { monthNames } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { name, slug, path, patronName, patronFeast } = await territoryBySlug(param('slug'))
  insist(canChangeRules(actor, path))
  const [month, day] = patronFeast?.split('-').map(Number) ?? []
  return { name, slug, patronName, month, day, title: t('territories.patron.title', { name }) }
})

export const action = form(PatronForm, async ({ actor, param, values }) => {
  await changePatron(actor, param('slug'), values)
  return go(`/territories/${param('slug')}`, { key: 'territories.patron.changed' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Patron() {
  const { slug, patronName, month, day, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    patronName: t('territories.patron.name'),
    day: t('territories.patron.day'),
    month: t('territories.patron.month'),
  }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('territories.patron.text')}</p>
      <ActForm result={result} labels={labels} button={t('shell.save')} back={`/territories/${slug}`}>
        <TextField name="patronName" label={labels.patronName} value={patronName} maxLength={120} result={result} />
        <TextField
          name="day"
          type="number"
          min={1}
          label={labels.day}
          hint={t('territories.patron.day-hint')}
          value={day ? String(day) : ''}
          result={result}
        />
        <SelectField
          name="month"
          label={labels.month}
          empty={t('territories.patron.no-feast')}
          value={month ? String(month) : ''}
          options={monthNames(useLanguage()).map((label, index) => ({ value: String(index + 1), label }))}
          result={result}
        />
      </ActForm>
    </div>
  )
}
