import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { BallotFields } from '#app/components/ballot/ballot-fields'
import { BallotMark } from '#app/components/ballot/ballot-mark'
import { useBallotSaver } from '#app/components/ballot/ballot-saver'
import { KeepChoice } from '#app/components/ballot/keep-choice'
import { FormErrors } from '#app/components/fields'
import { Link } from '#app/components/link'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { BallotForm } from '#app/domain/polls/forms'
import { ballotPage } from '#app/domain/polls/queries.server'
import { ruleOf } from '#app/domain/polls/rules'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { codeIn } from './code-cookie.server'

export const loader = page(async ({ actor, param, request }) => {
  const id = param('pollId')
  const ballot = await ballotPage(actor, id, codeIn(request, id))
  // A secret vote has its own page, which stands alone
  if (ballot.terms.mode === 'secret') throw go(`/polls/${id}/booth`)
  return ballot
})

export const action = form(BallotForm, async ({ actor, param, request, values }) => {
  const id = param('pollId')
  const { counted } = await castBallot(actor, id, values, codeIn(request, id))
  const key = counted ? 'polls.mark.counted' : 'polls.mark.not-counted'
  return go(`/polls/${id}/ballot`, { key, kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.terms.question} · Agorà` }]

/** Nothing else is on this page. */
export default function Ballot() {
  const { id, language, terms, closesAt, ballot } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const reading = useLanguage()
  const paper = useRef<HTMLFormElement>(null)
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const { state, changed } = useBallotSaver(paper, `/polls/${id}/ballot/saving`, ballot)
  return (
    <div className="narrow ballot-page">
      <h1 lang={language} dir="auto">
        {terms.question}
      </h1>
      <BallotMark state={state} />
      <p className="meta">
        {t('polls.ballot.until', { when: closesAt ? formatDate(closesAt, reading, 'moment') : '' })}
      </p>
      <Form method="post" ref={paper}>
        <FormErrors result={result} />
        <BallotFields
          terms={terms}
          content={ballot?.content ?? null}
          language={language}
          result={result}
          onChange={changed}
        />
        {alive && ruleOf(terms.rule).budget && (
          <KeepChoice pollId={id} form={paper} options={terms.options} state={state} />
        )}
        {!alive && <button className="button">{t('polls.ballot.save')}</button>}
      </Form>
      <p className="hint">{t(`polls.mode-hint.${terms.mode}`)}</p>
      <p className="actions">
        {terms.voters === 'codes' ? (
          <Form method="post" action={`/polls/${id}/code/end`}>
            <button className="quiet-button">{t('polls.code.end')}</button>
          </Form>
        ) : (
          <Link className="quiet-button" to={`/polls/${id}`}>
            {t('polls.ballot.leave')}
          </Link>
        )}
      </p>
    </div>
  )
}
