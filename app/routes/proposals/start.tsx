import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { ProposalWizard } from '#app/components/proposal-wizard'
import { associationsToActFor } from '#app/domain/associations/policy'
import { canSpeak } from '#app/domain/authorization'
import { saveDraft, startDraft } from '#app/domain/proposals/drafts.server'
import { StartForm } from '#app/domain/proposals/forms'
import { placeBySlug, placesToPropose } from '#app/domain/proposals/queries.server'
import { refusalToPropose } from '#app/domain/proposals/refusal-to-propose.server'
import { insist, Refusal } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { typedStays } from '#app/web/typed-stays'
import { afterPlace } from './after-place.server'
import { PlaceFields } from './place-fields'

export const loader = page(async ({ actor, url, t }) => {
  insist(canSpeak(actor))
  if (actor.kind === 'visitor') throw new Refusal('sign-in-required')
  const asked = url.searchParams.get('territory')?.slice(0, 120)
  const [place, places] = await Promise.all([asked ? placeBySlug(asked) : null, placesToPropose()])
  const territoryId = place?.id ?? actor.homeTerritoryId
  const acting = associationsToActFor(actor)
  const refusal = territoryId && acting.length === 0 ? await refusalToPropose(actor, territoryId) : null
  return { places, acting, territoryId, refusal, title: t('proposals.write') }
})

export const action = form(StartForm, async ({ actor, values }) => {
  const draft = await startDraft(actor, values)
  await saveDraft(actor, draft.id, { ...values, revision: draft.revision })
  return afterPlace(actor, draft.id)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Start() {
  const { places, acting, territoryId, refusal, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ProposalWizard current="place" proposalId={null} />
      {refusal && (
        <div className="notice time">
          <p>{t(`refusals.${refusal}`)}</p>
          <p>{t('proposals.elsewhere')}</p>
        </div>
      )}
      <Form method="post">
        <FormErrors result={result} />
        <PlaceFields
          places={places}
          acting={acting}
          values={{ territoryId, topic: null, language: null, associationId: null }}
          result={result}
        />
        <p>{t('proposals.privacy-hint')}</p>
        <button className="button">{t('proposals.wizard.next')}</button>
      </Form>
    </div>
  )
}
