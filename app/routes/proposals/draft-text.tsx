import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { useDraftSaver } from '#app/components/draft-saver'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { ProposalWizard } from '#app/components/proposal-wizard'
import { SavedMark } from '#app/components/saved-mark'
import { OtherText, useTextOnDevice } from '#app/components/text-on-device'
import { saveDraft } from '#app/domain/proposals/drafts.server'
import { TextForm } from '#app/domain/proposals/forms'
import { similarProposals } from '#app/domain/proposals/similar.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { draftToWrite } from './draft-to-write.server'
import { KeptDraft, sameWords } from './kept-draft'
import { SimilarProposals } from './similar-proposals'
import { TextFields, textLabels } from './text-fields'

export const loader = page(async ({ actor, param, t }) => {
  const draft = await draftToWrite(actor, param('proposalId'))
  const similar = draft.title ? await similarProposals(draft.title, draft.id) : []
  return { draft, similar, title: t('proposals.wizard.text') }
})

export const action = form(TextForm, async ({ actor, param, values }) => {
  await saveDraft(actor, param('proposalId'), values)
  return go(`/proposals/${param('proposalId')}/attachments`)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function DraftText() {
  const { draft, similar, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const form = useRef<HTMLFormElement>(null)
  const keyOnDevice = `proposal:${draft.id}`
  const { taken, other, take, drop } = useTextOnDevice(form, keyOnDevice, {
    revision: draft.revision,
    isSame: (kept) => sameWords(kept, draft),
  })
  const address = `/proposals/${draft.id}/saving`
  const saver = useDraftSaver(form, { address, keyOnDevice, revision: draft.revision, result, restored: taken })
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ProposalWizard current="text" proposalId={draft.id} />
      <SavedMark saver={saver} labels={textLabels(t)} />
      <Form method="post" ref={form}>
        <FormErrors result={saver.refusal} labels={textLabels(t)} />
        <input type="hidden" name="revision" value={saver.revision} />
        {taken && <p className="notice done">{t('proposals.restored')}</p>}
        {other && (
          <OtherText onTake={take} onDrop={drop}>
            <KeptDraft kept={other} />
          </OtherText>
        )}
        <TextFields key={taken?.at ?? 'server'} draft={draft} kept={taken} result={result} />
        <SimilarProposals first={similar} form={form} exceptId={draft.id} />
        <p className="actions">
          <button className="button">{t('proposals.wizard.next')}</button>
        </p>
      </Form>
    </div>
  )
}
