import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AnswerPoints } from '#app/components/answer-points'
import { DeskFrame } from '#app/components/desk-frame'
import { TextArea } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { answerAtDesk } from '#app/domain/answers/desk.server'
import { PublishForm } from '#app/domain/answers/forms'
import { publicationFaults, publishAnswer } from '#app/domain/answers/publish-answer.server'
import { asAnswered } from '#app/domain/answers/publishable'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'

export const loader = page(async ({ actor, param, t }) => {
  const [answer, faults] = await Promise.all([
    answerAtDesk(actor, param('answerId')),
    publicationFaults(actor, param('answerId')),
  ])
  return { answer, faults, title: t('answers.publish.title') }
})

export const action = form(PublishForm, async ({ actor, param, values }) => {
  const { version, proposalId } = await publishAnswer(actor, param('answerId'), values)
  const key = version === 1 ? 'answers.publish.done' : 'answers.publish.changed'
  return go(`/proposals/${proposalId}#answer`, { key, kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Publication() {
  const { answer, faults, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const back = `/desk/${answer.id}`
  return (
    <DeskFrame answer={answer} current="publication">
      <h2>{title}</h2>
      {faults.length > 0 ? (
        <div className="notice time">
          {faults.map(({ reason, values }) => (
            <p key={`${reason} ${values.number}`}>
              {t(reason === 'answer.points-without-reasons' ? 'answers.publish.missing' : `refusals.${reason}`, values)}
            </p>
          ))}
        </div>
      ) : (
        <p>{t('answers.publish.look')}</p>
      )}
      {answer.opening && (
        <p className="people-text" lang={answer.language} dir="auto">
          {answer.opening}
        </p>
      )}
      <AnswerPoints
        points={answer.points.flatMap(asAnswered)}
        language={answer.language}
        pointLanguage={answer.proposal.language}
      />
      <p className="actions">
        <Link className="quiet-button" to={back}>
          {t('answers.publish.back')}
        </Link>
      </p>
      {((faults.length === 0 && answer.can.write === true) || result) && (
        <Form method="post">
          <FormErrors result={result} />
          <input type="hidden" name="revision" value={answer.revision} />
          {answer.version > 0 && (
            <TextArea
              name="changeReason"
              label={t('answers.publish.change-reason')}
              hint={t('answers.publish.change-hint')}
              result={result}
              rows={3}
              required
            />
          )}
          <p>{t(answer.version > 0 ? 'answers.publish.warning-again' : 'answers.publish.warning')}</p>
          <button className="button">{t('answers.publish.button')}</button>
        </Form>
      )}
    </DeskFrame>
  )
}
