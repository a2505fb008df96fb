import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BallotFields } from '#app/components/ballot/ballot-fields'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { PaperForm } from '#app/domain/polls/forms'
import { typedPapers, typePaper } from '#app/domain/polls/paper.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const typed = await typedPapers(actor, param('pollId'))
  return { ...typed, title: t('polls.paper.title') }
})

export const action = form(PaperForm, async ({ actor, param, values }) => {
  const state = await typePaper(actor, param('pollId'), values.paper, values.filled)
  const kind = state === 'differ' ? 'refused' : 'done'
  return go(`/polls/${param('pollId')}/paper`, { key: `polls.paper.${state}`, values: { number: values.paper }, kind })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Paper() {
  const { poll, papers, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/polls/${poll.id}`}>{t('polls.back')}</WayBack>
      <h1>{title}</h1>
      <p>{t('polls.paper.about')}</p>
      {/* Every paper begins with an empty form */}
      <Form method="post" key={papers.map(({ number, state }) => `${number}${state}`).join()}>
        <FormErrors result={result} />
        <TextField
          name="paper"
          label={t('polls.paper.number')}
          hint={t('polls.paper.number-hint')}
          type="number"
          min={1}
          result={result}
          required
        />
        <BallotFields terms={poll.terms} content={null} language="it" result={result} />
        <button className="button">{t('polls.paper.save')}</button>
      </Form>
      {papers.length > 0 && (
        <>
          <h2>{t('polls.paper.typed')}</h2>
          <ul>
            {papers.map(({ number, state, own }) => (
              <li key={number}>
                {t(`polls.paper.${state}`, { number })} {own && <span className="meta">{t('polls.paper.own')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
