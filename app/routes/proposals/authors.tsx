import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { inviteCoAuthor } from '#app/domain/proposals/co-authors.server'
import { InvitationForm } from '#app/domain/proposals/forms'
import { proposalPage } from '#app/domain/proposals/proposal-page.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const proposal = await proposalPage(actor, param('proposalId'))
  insist(proposal.writes || 'not-found')
  const { id, title, language, stage, authorName, coAuthors, owns, can } = proposal
  const back = stage === 'draft' ? `/proposals/${id}/summary` : `/proposals/${id}`
  return {
    id,
    title,
    language,
    authorName,
    coAuthors,
    owns,
    invites: can.invite,
    back,
    heading: t('proposals.authors'),
  }
})

export const action = form(InvitationForm, async ({ actor, param, values: { email } }) => {
  const id = param('proposalId')
  await inviteCoAuthor(actor, id, email)
  return go(`/proposals/${id}/authors`, { key: 'proposals.invitation-made', values: { email }, kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Authors() {
  const { id, title, language, authorName, coAuthors, owns, invites, back, heading } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={back} language={language}>
        {title || t('proposals.untitled')}
      </WayBack>
      <h1>{heading}</h1>
      <ul>
        <li>
          <bdi>{authorName}</bdi>
        </li>
        {coAuthors.map(({ id: coAuthorId, name, invitedEmail, mine }) => (
          <li key={coAuthorId}>
            <bdi>{name ?? invitedEmail}</bdi> {name === null && <span className="badge">{t('proposals.invited')}</span>}
            {(owns || mine) && (
              <Form method="post" action={`/proposals/${id}/authors/${coAuthorId}/departure`}>
                <button className="quiet-button">
                  {mine ? t('proposals.leave') : t('proposals.take-off')}{' '}
                  <span className="visually-hidden">{name ?? invitedEmail}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {invites === true && (
        <Form method="post" key={coAuthors.length}>
          <h2>{t('proposals.invite')}</h2>
          <p>{t('proposals.invite-hint')}</p>
          <FormErrors result={result} />
          <TextField name="email" type="email" label={t('proposals.fields.email')} result={result} required />
          <button className="button">{t('proposals.invite')}</button>
        </Form>
      )}
    </div>
  )
}
