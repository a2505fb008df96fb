import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { typed } from '#app/components/form-result'
import { WayBack } from '#app/components/way-back'
import { QuotasForm } from '#app/domain/panels/forms'
import { changeQuotas } from '#app/domain/panels/prepare-panel.server'
import { panelToChange } from '#app/domain/panels/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => ({
  panel: await panelToChange(actor, param('panelId')),
  title: t('panels.change-quotas'),
}))

export const action = form(QuotasForm, async ({ actor, param, values }) => {
  await changeQuotas(actor, param('panelId'), values.quotas)
  return go(`/panels/${param('panelId')}`, { key: 'panels.quotas-changed', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Quotas() {
  const { panel, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const lines = panel.features.flatMap(({ name, quotas }) => quotas.map(({ value }) => `${name} · ${value}`))
  const parts = { min: t('panels.columns.min'), max: t('panels.columns.max') }
  let place = -1
  const features = panel.features.map(({ name, quotas }) => ({
    name,
    quotas: quotas.map((quota) => {
      place += 1
      return { ...quota, place }
    }),
  }))
  return (
    <div className="narrow">
      <WayBack to={`/panels/${panel.id}`} language={panel.language}>
        {panel.title}
      </WayBack>
      <h1>{title}</h1>
      <p>{t('panels.change-quotas-hint', { count: panel.seats })}</p>
      <Form method="post">
        <FormErrors result={result} labels={{ quotas: { line: (at) => lines[at] ?? '', parts } }} />
        {features.map(({ name, quotas }) => (
          <fieldset className="field" key={name}>
            <legend>
              <bdi>{name}</bdi>
            </legend>
            <div className="quota-rows">
              {quotas.map((quota) => (
                <div className="quota-row" key={quota.value}>
                  <bdi>{quota.value}</bdi>
                  {(['min', 'max'] as const).map((part) => (
                    <label key={part}>
                      {parts[part]} <span className="visually-hidden">{quota.value}</span>
                      <input
                        id={`quotas[${quota.place}].${part}`}
                        name={`quotas[${quota.place}].${part}`}
                        type="number"
                        min={0}
                        max={panel.seats}
                        required
                        dir="ltr"
                        defaultValue={typed(result, `quotas[${quota.place}].${part}`, String(quota[part]))}
                      />
                    </label>
                  ))}
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        <button className="button">{t('panels.save-quotas')}</button>
      </Form>
    </div>
  )
}
