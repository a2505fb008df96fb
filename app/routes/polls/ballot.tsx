import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { BallotFields } from '#app/components/ballot/ballot-fields'
import { BallotMark } from '#app/components/ballot/ballot-mark'
import { useBallotSaver } from '#app/components/ballot/ballot-saver'
import { KeepChoice } from '#app/components/ballot/keep-choice'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { PollOriginal } from '#app/components/poll-original'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { BallotForm } from '#app/domain/polls/forms'
import { ballotPage } from '#app/domain/polls/queries.server'
import { ruleOf } from '#app/domain/polls/rules'
import { inReading } from '#app/domain/polls/translations'
import { isRefusal } from '#app/domain/refusal'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { codeIn } from './code-cookie.server'

export const loader = page(async ({ actor, param, request, language }) => {
  const id = param('pollId')
  const ballot = inReading(await ballotPage(actor, id, codeIn(request, id)), language)
  // A secret vote has its own page, which stands alone
  if (ballot.terms.mode === 'secret') throw go(`/polls/${id}/booth`)
  return ballot
})

export const action = form(BallotForm, async ({ actor, param, request, values }) => {
  const id = param('pollId')
  const address = `/polls/${id}/ballot`
  try {
    const { counted } = await castBallot(actor, id, values, codeIn(request, id))
    return go(address, counted ? { key: 'polls.mark.counted' } : { key: 'polls.mark.nothing-chosen', kind: 'refused' })
  } catch (error) {
    // The vote that is kept is shown, not the one that would have taken its place
    if (isRefusal(error) && error.reason === 'poll.ballot-changed')
      return go(address, { key: `refusals.${error.reason}`, kind: 'refused' })
    throw error
  }
})

/** Going back asks again: what was counted since must not look as if it were not. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.terms.question} · Agorà` }]

/** Nothing else is on this page. */
export default function Ballot() {
  const { id, language, original, terms, closesAt, ballot, version } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const reading = useLanguage()
  const paper = useRef<HTMLFormElement>(null)
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const { revalidate } = useRevalidator()
  const { state, changed, leave } = useBallotSaver(paper, `/polls/${id}/ballot/saving`, {
    before: ballot,
    version,
    refused: result?.status === 'error',
    left: revalidate,
  })
  return (
    <div className="narrow ballot-page">
      <h1 lang={language} dir="auto">
        {terms.question}
      </h1>
      <BallotMark state={state} />
      <p className="meta">
        {t('polls.ballot.until', { when: closesAt ? formatDate(closesAt, reading, 'moment') : '' })}
      </p>
      <Form method="post" ref={paper} autoComplete="off">
        <FormErrors result={result} />
        <input type="hidden" name="known" defaultValue={version} />
        <BallotFields
          terms={terms}
          content={ballot?.content ?? null}
          language={language}
          result={result}
          onChange={changed}
        />
        {alive && ruleOf(terms.rule).budget && terms.mode !== 'open' && (
          <KeepChoice pollId={id} form={paper} options={terms.options} state={state} />
        )}
        {!alive && <button className="button">{t('polls.ballot.save')}</button>}
      </Form>
      <PollOriginal original={original} rule={terms.rule} t={t} />
      <p className="hint">{t(`polls.mode-hint.${terms.mode}`)}</p>
      <p className="actions">
        {terms.voters === 'codes' ? (
          <Form method="post" action={`/polls/${id}/code/end`} onSubmit={leave}>
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
