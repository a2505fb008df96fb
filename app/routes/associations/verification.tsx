import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Choices, TextArea } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { DecisionForm } from '#app/domain/associations/forms'
import { associationPapers } from '#app/domain/associations/queries.server'
import { decideOnAssociation } from '#app/domain/associations/verify-association.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { History } from './history'
import { PapersInWords } from './papers-in-words'
import { signedIn } from './signed-in'
import { VerificationBadge } from './verification-badge'

export const loader = page(async ({ actor, param, t }) => ({
  papers: await associationPapers(signedIn(actor), param('associationId')),
  title: t('associations.verification.title'),
}))

export const action = form(DecisionForm, async ({ actor, param, values }) => {
  await decideOnAssociation(actor, param('associationId'), values)
  return go('/desk/associations', { key: `associations.notice.${values.move}` })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.papers.name} · ${data?.title} · Agorà` },
]

export default function VerificationScreen() {
  const { papers } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <WayBack to="/desk/associations">{t('associations.queue.title')}</WayBack>
      <h1>
        <bdi>{papers.name}</bdi>
      </h1>
      <p>
        <VerificationBadge state={papers.verification} />
      </p>
      {papers.sameNumber.length > 0 && <SameNumber />}
      <PapersInWords papers={papers} beside />
      {papers.moves.length > 0 && <Decide />}
      <History history={papers.history} />
    </>
  )
}

/** Two with one number: one of them is wrong, or they are the same. */
function SameNumber() {
  const { papers } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <section className="notice time" aria-labelledby="same-number">
      <h2 id="same-number">{t('associations.same-number.title')}</h2>
      <p>{t('associations.same-number.text', { number: papers.runtsNumber })}</p>
      <ul>
        {papers.sameNumber.map(({ id, name, verification, seat }) => (
          <li key={id}>
            {verification === 'verified' ? (
              <Link to={`/associations/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            ) : (
              <bdi>{name}</bdi>
            )}{' '}
            {seat && `· ${seat} `}
            <VerificationBadge state={verification} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decide() {
  const { papers } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { move: t('associations.verification.decision'), note: t('associations.verification.note') }
  return (
    <Form method="post" className="card narrow">
      <h2>{t('associations.verification.decide')}</h2>
      <FormErrors result={result} labels={labels} />
      <Choices
        name="move"
        legend={labels.move}
        options={papers.moves.map((move) => ({
          value: move,
          label: t(`associations.move.${move}`),
          hint: t(`associations.move-hint.${move}`),
        }))}
        result={result}
      />
      <TextArea
        name="note"
        label={labels.note}
        hint={t('associations.verification.note-hint')}
        rows={4}
        result={result}
      />
      <button className="button">{t('associations.verification.button')}</button>
    </Form>
  )
}
