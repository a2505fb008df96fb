import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { hasRole } from '#app/domain/authorization'
import { placesOf } from '#app/domain/opinions/places.server'
import { PanelForm } from '#app/domain/panels/forms'
import { changePanel } from '#app/domain/panels/prepare-panel.server'
import { panelToPrepare } from '#app/domain/panels/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { PanelFields, panelLabels } from './panel-fields'

export const loader = page(async ({ actor, param, t }) => {
  const panel = await panelToPrepare(actor, param('panelId'))
  const places = await placesOf((path) => hasRole(actor, 'officer', path) || hasRole(actor, 'facilitator', path))
  return { panel, places, title: t('panels.change') }
})

export const action = form(PanelForm, async ({ actor, param, values }) => {
  await changePanel(actor, param('panelId'), values)
  return go(`/panels/${param('panelId')}/features`)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Details() {
  const { panel, places, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/panels/${panel.id}`} language={panel.language}>
        {panel.title}
      </WayBack>
      <h1>{title}</h1>
      <Form method="post">
        <FormErrors result={result} labels={panelLabels(t)} />
        <PanelFields places={places} values={panel} result={result} />
        <button className="button">{t('panels.next')}</button>
      </Form>
    </div>
  )
}
