import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { canSpeak, hasRole } from '#app/domain/authorization'
import { placesOf } from '#app/domain/opinions/places.server'
import { PanelForm } from '#app/domain/panels/forms'
import { startPanel } from '#app/domain/panels/prepare-panel.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { PanelFields, panelLabels } from './panel-fields'

export const loader = page(async ({ actor, t }) => {
  insist(canSpeak(actor))
  const places = await placesOf((path) => hasRole(actor, 'officer', path) || hasRole(actor, 'facilitator', path))
  insist(places.length > 0 || 'panel.officers-only')
  return { places, title: t('panels.make') }
})

export const action = form(PanelForm, async ({ actor, values }) => {
  const { id } = await startPanel(actor, values)
  return go(`/panels/${id}/features`)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Start() {
  const { places, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to="/panels">{t('shell.panels')}</WayBack>
      <h1>{title}</h1>
      <p>{t('panels.make-hint')}</p>
      <Form method="post">
        <FormErrors result={result} labels={panelLabels(t)} />
        <PanelFields
          places={places}
          values={{
            title: '',
            description: '',
            territoryId: places[0]?.id ?? null,
            language: null,
            seats: 20,
            gathersTo: null,
            drawsAt: null,
            chance: '',
          }}
          result={result}
        />
        <button className="button">{t('panels.next')}</button>
      </Form>
    </div>
  )
}
