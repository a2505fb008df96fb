import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/fields'
import { FileList } from '#app/components/file-list'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { ProposalWizard } from '#app/components/proposal-wizard'
import { attachToProposal } from '#app/domain/proposals/attachments.server'
import { AttachmentForm } from '#app/domain/proposals/forms'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { draftToWrite } from './draft-to-write.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, files } = await draftToWrite(actor, param('proposalId'))
  return { id, files, title: t('proposals.wizard.attachments') }
})

export const action = form(AttachmentForm, async ({ actor, param, values: { file, goOn } }) => {
  const id = param('proposalId')
  if (file) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    await attachToProposal(actor, id, 'attachment', { name: file.name, bytes })
  }
  return go(`/proposals/${id}/${goOn ? 'summary' : 'attachments'}`, file && { key: 'proposals.attached' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function DraftAttachments() {
  const { id, files, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ProposalWizard current="attachments" proposalId={id} />
      <p>{t('proposals.attachments-hint')}</p>
      <FileList files={files} removal={(fileId) => `/proposals/${id}/attachments/${fileId}/removal`} />
      <Form method="post" encType="multipart/form-data">
        <FormErrors result={result} />
        <Field name="file" label={t('proposals.fields.file')} hint={t('proposals.fields.file-hint')} result={result}>
          {(wiring) => (
            <input {...wiring} type="file" accept="application/pdf,image/jpeg,image/png,image/webp" required />
          )}
        </Field>
        <p>
          <button className="quiet-button">{t('proposals.attach')}</button>
        </p>
        <button className="button" name="goOn" value="yes" formNoValidate>
          {t('proposals.wizard.next')}
        </button>
      </Form>
    </div>
  )
}
