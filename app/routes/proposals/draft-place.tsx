import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { ProposalWizard } from '#app/components/proposal-wizard'
import { associationsToActFor } from '#app/domain/associations/policy'
import { saveDraft } from '#app/domain/proposals/drafts.server'
import { PlaceForm } from '#app/domain/proposals/forms'
import { placesToPropose } from '#app/domain/proposals/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { typedStays } from '#app/web/typed-stays'
import { afterPlace } from './after-place.server'
import { draftToWrite } from './draft-to-write.server'
import { PlaceFields } from './place-fields'

export const loader = page(async ({ actor, param, t }) => {
  const [draft, places] = await Promise.all([draftToWrite(actor, param('proposalId')), placesToPropose()])
  return { draft, places, acting: associationsToActFor(actor), title: t('proposals.wizard.place') }
})

export const action = form(PlaceForm, async ({ actor, param, values }) => {
  await saveDraft(actor, param('proposalId'), values)
  return afterPlace(actor, param('proposalId'))
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function DraftPlace() {
  const { draft, places, acting, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ProposalWizard current="place" proposalId={draft.id} />
      {draft.refusal && (
        <div className="notice time" role="status">
          <p>{t(`refusals.${draft.refusal}`)}</p>
          <p>{t('proposals.elsewhere')}</p>
          <p>
            <Link to={`/proposals/${draft.id}/text`}>{t('proposals.write-anyway')}</Link>
          </p>
        </div>
      )}
      <Form method="post">
        <FormErrors result={result} />
        <input type="hidden" name="revision" value={draft.revision} />
        <PlaceFields places={places} acting={draft.begun ? acting : null} values={draft} result={result} />
        <button className="button">{t('proposals.wizard.next')}</button>
      </Form>
    </div>
  )
}
