import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { changeProposal, isCorrection } from '#app/domain/proposals/change-proposal.server'
import { ChangeForm } from '#app/domain/proposals/forms'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { bounds } from '#app/domain/proposals/readiness'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { TextFields, textLabels } from './text-fields'

export const loader = page(async ({ actor, param, t }) => {
  const proposal = await proposalPage(actor, param('proposalId'))
  insist(proposal.can.change)
  const { id, revision, title, document, language, points } = proposal
  return {
    draft: { id, revision, title, document, language, points: points.map(({ text }) => text) },
    corrects: isCorrection(proposal, new Date()),
    heading: t('proposals.change'),
  }
})

export const action = form(ChangeForm, async ({ actor, param, values }) => {
  const { version } = await changeProposal(actor, param('proposalId'), values)
  const key = version === 1 ? 'proposals.corrected' : 'proposals.changed'
  return go(`/proposals/${param('proposalId')}`, { key, values: { version }, kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading} · Agorà` }]

export const shouldRevalidate = typedStays

export default function ChangeProposal() {
  const { draft, corrects, heading } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { ...textLabels(t), note: t('proposals.fields.note') }
  return (
    <div className="narrow">
      <h1>{heading}</h1>
      <p className="notice">{corrects ? t('proposals.change-now') : t('proposals.change-later')}</p>
      <Form method="post">
        <FormErrors result={result} labels={labels} />
        <input type="hidden" name="revision" value={draft.revision} />
        <TextFields draft={draft} kept={null} result={result} />
        {!corrects && (
          <TextField
            name="note"
            label={labels.note}
            hint={t('proposals.fields.note-hint')}
            result={result}
            maxLength={bounds.note.max}
            required
          />
        )}
        <p className="actions">
          <button className="button">{t('proposals.publish-change')}</button>
          <Link to={`/proposals/${draft.id}`}>{t('shell.back')}</Link>
        </p>
      </Form>
    </div>
  )
}
