import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { AnswerSection } from '#app/components/answer-section'
import { FileList } from '#app/components/file-list'
import { LifeLine } from '#app/components/life-line'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { answersOf, noAnswers } from '#app/domain/answers/queries.server'
import { associationsToActFor } from '#app/domain/associations/policy'
import { writeComment } from '#app/domain/discussion/commands.server'
import { CommentForm, ThreadForm } from '#app/domain/discussion/forms'
import { canComment } from '#app/domain/discussion/policy'
import { threadPage } from '#app/domain/discussion/queries.server'
import { newFormKey } from '#app/domain/identity/secrets.server'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { insist } from '#app/domain/refusal'
import { RenderedDocument } from '#app/editor/render-document'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { cardOf, fullAddress } from '#app/web/page-card.server'
import { go } from '#app/web/redirects.server'
import { Became } from './became'
import { Discussion } from './discussion'
import { lifeOf } from './life'
import { ProposalHead } from './proposal-head'
import { ShareLine } from './share-line'
import { SupportBox } from './support-box'

export const loader = page(async ({ actor, param, url, language, t }) => {
  const id = param('proposalId')
  const { sort, comments: cursor } = ThreadForm.parse(Object.fromEntries(url.searchParams))
  const proposal = await proposalPage(actor, id, language)
  insist(proposal.publishedAt !== null || 'not-found')
  const shown = { visible: !proposal.withheld, open: isDiscussed(proposal.stage) && proposal.hiddenAt === null }
  const [thread, answers] = await Promise.all([
    proposal.withheld
      ? { comments: [], next: null }
      : threadPage(actor, { subjectKind: 'proposal', subjectId: id, sort, cursor }),
    // Before the clock starts there is no answer to look for.
    proposal.stage === 'open' ? noAnswers(proposal) : answersOf(actor, id),
  ])
  const title = proposal.title || t('proposals.hidden-title')
  const path = `/proposals/${id}`
  return {
    proposal,
    thread,
    sort,
    continued: cursor !== undefined,
    answers,
    formKey: newFormKey(),
    acting: associationsToActFor(actor),
    speaks: canComment(actor, shown),
    open: shown.open,
    title,
    address: fullAddress(path),
    card: cardOf({ title, description: proposal.excerpt, path, language: proposal.language, type: 'article' }),
  }
})

export const action = form(CommentForm, async ({ actor, param, values }) => {
  const id = param('proposalId')
  const comment = await writeComment(actor, { kind: 'proposal', id }, values)
  return go(`/proposals/${id}?said=${comment.id}#comment-${comment.id}`, { key: 'discussion.sent', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Agorà` },
  ...(data?.card ?? []),
]

export default function Proposal() {
  const { proposal, thread, sort, continued, answers, formKey, acting, speaks, open, address } =
    useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useWords()
  const waits = answers.rounds.some(({ publishedAt }) => publishedAt === null)
  return (
    <>
      <ProposalHead proposal={proposal} />
      <LifeLine
        steps={lifeOf(proposal, answers)}
        history={proposal.hiddenAt ? null : `/history/proposal/${proposal.id}`}
      />
      {proposal.withheld ? (
        <p className="notice refused">
          {t('proposals.hidden', { reason: t(`moderation.reason.${proposal.hidingReason ?? 'offTopic'}`) })}
        </p>
      ) : (
        <div className="columns proposal-columns">
          <aside>
            <SupportBox proposal={proposal} />
          </aside>
          <div>
            {waits && <AnswerSection answers={answers} />}
            <RenderedDocument document={proposal.document} lang={proposal.language} />
            {proposal.points.length > 0 && (
              <section aria-labelledby="points">
                <h2 id="points">{t('proposals.points')}</h2>
                <ol className="points" lang={proposal.language} dir="auto">
                  {proposal.points.map(({ id, text }) => (
                    <li key={id}>{text}</li>
                  ))}
                </ol>
              </section>
            )}
            <FileList files={proposal.files} />
            {!waits && <AnswerSection answers={answers} />}
            <Became ways={proposal.became} />
            <ProposalLinks proposal={proposal} />
            <ShareLine title={proposal.title} address={address} />
          </div>
        </div>
      )}
      {!proposal.withheld && (
        <Discussion
          proposalId={proposal.id}
          count={proposal.commentCount}
          thread={thread}
          sort={sort}
          continued={continued}
          number={proposal.entries}
          writing={{ formKey, acting, result, speaks, open, said: search.get('said') }}
        />
      )}
    </>
  )
}

function isDiscussed(stage: string) {
  return stage === 'open' || stage === 'qualified' || stage === 'answered'
}

type Linked = ReturnType<typeof useLoaderData<typeof loader>>['proposal']

/** What else one can do with it: read its versions, change, withdraw, write together, report. */
function ProposalLinks({ proposal }: { proposal: Linked }) {
  const { id, version, can, writes, moderates, hiddenAt, hidingId } = proposal
  const t = useWords()
  return (
    <ul className="plain-list">
      <li>
        <Link to={`/proposals/${id}/versions`}>{t('proposals.versions-so-far', { count: version })}</Link>
      </li>
      {can.change === true && (
        <li>
          <Link to={`/proposals/${id}/change`}>{t('proposals.change')}</Link>
        </li>
      )}
      {writes && (
        <li>
          <Link to={`/proposals/${id}/authors`}>{t('proposals.authors')}</Link>
        </li>
      )}
      {can.withdraw === true && (
        <li>
          <Link to={`/proposals/${id}/withdrawal`}>{t('proposals.withdraw')}</Link>
        </li>
      )}
      {hiddenAt !== null && hidingId && (
        <li>
          <Link to={`/moderation/hidings/${hidingId}`}>{t('discussion.appeal')}</Link>
        </li>
      )}
      {moderates && hiddenAt === null && !writes && (
        <li>
          <Link to={`/moderation/proposal/${id}/hiding`}>{t('moderation.hide')}</Link>
        </li>
      )}
      {!writes && hiddenAt === null && (
        <li>
          <Link to={`/reports/proposal/${id}`} rel="nofollow">
            {t('discussion.report')}
          </Link>
        </li>
      )}
    </ul>
  )
}
