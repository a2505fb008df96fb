import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useDraftSaver } from '#app/components/draft-saver'
import { FormErrors } from '#app/components/fields'
import { type Kept, keptFor } from '#app/components/kept-on-device'
import { ProposalWizard } from '#app/components/proposal-wizard'
import { SavedMark } from '#app/components/saved-mark'
import { draftPage } from '#app/domain/proposals/draft-page.server'
import { saveDraft } from '#app/domain/proposals/drafts.server'
import { TextForm } from '#app/domain/proposals/forms'
import { similarProposals } from '#app/domain/proposals/similar.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { SimilarProposals } from './similar-proposals'
import { TextFields } from './text-fields'

export const loader = page(async ({ actor, param, t }) => {
  const draft = await draftPage(actor, param('proposalId'))
  const similar = draft.title ? await similarProposals(draft.title, draft.id) : []
  return { draft, similar, title: t('proposals.wizard.text') }
})

export const action = form(TextForm, async ({ actor, param, values }) => {
  await saveDraft(actor, param('proposalId'), values)
  return go(`/proposals/${param('proposalId')}/attachments`)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function DraftText() {
  const { draft, similar, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const form = useRef<HTMLFormElement>(null)
  const keyOnDevice = `proposal:${draft.id}`
  const restored = useRestored(keyOnDevice, draft.revision)
  const address = `/proposals/${draft.id}/saving`
  const { state, save, keepMine } = useDraftSaver(form, { address, keyOnDevice, revision: draft.revision })
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ProposalWizard current="text" proposalId={draft.id} />
      <SavedMark state={state} onRetry={save} onKeep={keepMine} />
      <Form method="post" ref={form}>
        <FormErrors result={result} />
        <input type="hidden" name="revision" defaultValue={draft.revision} key={`revision-${draft.revision}`} />
        {restored && <p className="notice done">{t('proposals.restored')}</p>}
        <TextFields key={restored ? 'restored' : 'server'} draft={draft} kept={restored} result={result} />
        <SimilarProposals first={similar} form={form} exceptId={draft.id} />
        <p className="actions">
          <button className="button">{t('proposals.wizard.next')}</button>
        </p>
      </Form>
    </div>
  )
}

/** A text on this device that the server never got, if nobody saved another one meanwhile. */
function useRestored(key: string, revision: number): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null)
  const first = useRef(revision)
  useEffect(() => {
    const found = keptFor(key)
    if (found && found.revision === first.current) setKept(found)
  }, [key])
  return kept
}
