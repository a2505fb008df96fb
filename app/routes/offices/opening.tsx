import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { TerritoryField } from '#app/components/choice-fields'
import { orAgain } from '#app/components/no-answer'
import { openOffice } from '#app/domain/offices/commands.server'
import { OpenOfficeForm } from '#app/domain/offices/forms'
import { placesForOffices } from '#app/domain/offices/queries.server'
import { Refusal } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { OfficeFields, officeLabels } from './office-fields'

export const loader = page(async ({ actor, url, t }) => {
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const places = await placesForOffices(actor)
  const asked = url.searchParams.get('territory')
  return { places, chosen: places.find(({ slug }) => slug === asked)?.id ?? null, title: t('offices.open') }
})

export const action = form(OpenOfficeForm, async ({ actor, values }) => {
  const { officeId } = await openOffice(actor, values)
  return go(`/admin/offices/${officeId}`, { key: 'offices.notice.opened' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Opening() {
  const { places, chosen, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = officeLabels(t)
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ActForm result={result} labels={labels} button={t('offices.open')} back="/admin/offices">
        <TerritoryField
          label={labels.territoryId}
          empty={t('offices.choose')}
          value={chosen}
          places={places}
          required
          result={result}
        />
        <OfficeFields result={result} />
      </ActForm>
    </div>
  )
}
