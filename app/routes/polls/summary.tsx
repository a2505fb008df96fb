import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Form } from '#app/components/form'
import { FurtherLanguages } from '#app/components/further-languages'
import { Link } from '#app/components/link'
import { PollTerms } from '#app/components/poll-terms'
import { PollWizard } from '#app/components/poll-wizard'
import { type Language, languages } from '#app/domain/languages'
import { missingForTrial } from '#app/domain/polls/readiness'
import { draftPage } from '#app/domain/polls/wizard.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, param, t }) => {
  const draft = await draftPage(actor, param('pollId'))
  return { draft, title: t('polls.wizard.summary') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Summary() {
  const { draft, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const ready = draft.missing.length === 0
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <PollWizard current="summary" pollId={draft.id} secret={draft.mode === 'secret'} />
      <h2 lang={draft.language} dir="auto">
        {draft.question}
      </h2>
      <p lang={draft.language} dir="auto">
        {draft.description}
      </p>
      <PollTerms terms={draft} opensAt={draft.opensAt} closesAt={draft.closesAt} language={draft.language} />
      <Languages />
      {ready ? (
        <>
          <p className="notice time">{t('polls.summary.freezes')}</p>
          <Form method="post" action={`/polls/${draft.id}/opening`}>
            <button className="button">{t('polls.summary.open')}</button>
          </Form>
        </>
      ) : (
        <div className="notice refused">
          <p>{t('polls.summary.missing')}</p>
          <ul>
            {draft.missing.map((key) => (
              <li key={key}>{t(`refusals.${key}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {missingForTrial(draft.missing).length === 0 && (
        <p>
          <Link className="quiet-button" to={`/polls/${draft.id}/trial`}>
            {t('polls.summary.try')}
          </Link>
        </p>
      )}
      {draft.mode === 'secret' && <BoardHead pollId={draft.id} head={draft.head} />}
      {draft.round === 1 && (
        <Form method="post" action={`/polls/${draft.id}/removal`}>
          <button className="danger-button">{t('polls.summary.discard')}</button>
        </Form>
      )}
    </div>
  )
}

/** In which languages it can be read, and where one writes the others. */
function Languages() {
  const { draft } = useLoaderData<typeof loader>()
  const t = useWords()
  const stateOf = (language: Language) => {
    if (draft.unfinished?.includes(language)) return 'unfinished'
    return draft.translations?.some((whole) => whole.language === language) ? 'written' : 'none'
  }
  const further = languages
    .filter((language) => language !== draft.language)
    .map((language) => ({ language, state: stateOf(language) }) as const)
  return <FurtherLanguages at={`/polls/${draft.id}`} about={t('polls.translation.about')} languages={further} />
}
