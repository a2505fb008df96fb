import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SelectField, TextField } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { PlacesForm } from '#app/domain/associations/forms'
import { placesForAssociations } from '#app/domain/associations/public-register.server'
import { stepToWrite } from '#app/domain/associations/queries.server'
import { savePlaces } from '#app/domain/associations/write-registration.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { RegistrationShell } from './registration-shell'
import { nextStep } from './registration-steps'
import { TerritoryChoices } from './territory-choices'

export const loader = page(async ({ actor, param, t }) => {
  const [papers, places] = await Promise.all([
    stepToWrite(actor, param('associationId'), 'places'),
    placesForAssociations(),
  ])
  return { papers, places, title: t('associations.steps.places') }
})

export const action = form(PlacesForm, async ({ actor, param, values }) => {
  await savePlaces(actor, param('associationId'), values)
  return go(nextStep(param('associationId'), 'places'), { key: 'associations.notice.saved' })
})

export const clientAction = orAgain

export const shouldRevalidate = typedStays

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.papers.name} · Agorà` },
]

export default function PlacesStep() {
  const { papers, places } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    seatId: t('associations.seat'),
    address: t('associations.address'),
    territoryIds: t('associations.territories'),
  }
  return (
    <RegistrationShell
      papers={papers}
      result={result}
      labels={labels}
      say={(value) => places.find(({ id }) => id === value)?.name}
    >
      {(result) => (
        <>
          <SelectField
            name="seatId"
            label={labels.seatId}
            hint={t('associations.seat-hint')}
            empty={t('associations.choose')}
            value={papers.seatId}
            options={places.filter(({ kind }) => kind === 'comune').map(({ id, name }) => ({ value: id, label: name }))}
            result={result}
          />
          <TextField
            name="address"
            label={labels.address}
            value={papers.address}
            autoComplete="street-address"
            maxLength={200}
            result={result}
          />
          <TerritoryChoices
            name="territoryIds"
            legend={labels.territoryIds}
            hint={t('associations.territories-hint')}
            places={places}
            chosen={papers.territories.map(({ id }) => id)}
            result={result}
          />
        </>
      )}
    </RegistrationShell>
  )
}
