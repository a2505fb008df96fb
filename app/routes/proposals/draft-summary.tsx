import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileList } from '#app/components/file-list'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { ProposalWizard } from '#app/components/proposal-wizard'
import { RuleSetInWords } from '#app/components/rule-set'
import type { Lacking } from '#app/domain/proposals/readiness'
import { RenderedDocument } from '#app/editor/render-document'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { Byline } from './byline'
import { draftToWrite } from './draft-to-write.server'

export const loader = page(async ({ actor, param, t }) => {
  const draft = await draftToWrite(actor, param('proposalId'))
  return { draft, title: t('proposals.wizard.summary') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

const stepOf: Record<Lacking, string> = {
  'title-short': 'text#title',
  'title-long': 'text#title',
  topic: 'place#topic',
  'text-short': 'text#document',
}

export default function DraftSummary() {
  const { draft, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const { lacking, refusal } = draft
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <ProposalWizard current="summary" proposalId={draft.id} />
      {(lacking.length > 0 || refusal) && (
        <div className="notice time">
          <p>
            <strong>{t('proposals.lacking')}</strong>
          </p>
          <ul>
            {lacking.map((what) => (
              <li key={what}>
                <Link to={`/proposals/${draft.id}/${stepOf[what]}`}>{t(`refusals.proposal.lacks-${what}`)}</Link>
              </li>
            ))}
            {refusal && <li>{t(`refusals.${refusal}`)}</li>}
          </ul>
        </div>
      )}
      <article className="card">
        <h2 lang={draft.language} dir="auto">
          {draft.title || '…'}
        </h2>
        <p className="meta">
          <Byline proposal={draft} /> · <bdi>{draft.territoryName}</bdi>
          {draft.topic && ` · ${t(`proposals.topic.${draft.topic}`)}`}
        </p>
        <RenderedDocument document={draft.document} lang={draft.language} headingShift={1} />
        {draft.points.length > 0 && (
          <>
            <h3>{t('proposals.points')}</h3>
            <ol lang={draft.language} dir="auto">
              {draft.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          </>
        )}
        <FileList files={draft.files} />
      </article>
      {draft.rules && (
        <>
          <h2>{t('proposals.what-happens')}</h2>
          {draft.threshold && (
            <p>{t('proposals.threshold-here', { count: draft.threshold, name: draft.territoryName })}</p>
          )}
          <RuleSetInWords rules={draft.rules} inherited={draft.rules.territoryName !== draft.territoryName} />
        </>
      )}
      <div className="actions">
        <Form method="post" action={`/proposals/${draft.id}/publication`}>
          <button className="button" disabled={lacking.length > 0 || refusal !== null}>
            {t('proposals.publish')}
          </button>
        </Form>
        <Link to={`/proposals/${draft.id}/authors`}>{t('proposals.write-together')}</Link>
        <Link to={`/proposals/${draft.id}/withdrawal`}>{t('proposals.discard')}</Link>
      </div>
    </div>
  )
}
