import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { Originals } from '#app/components/translated'
import { WayBack } from '#app/components/way-back'
import { ownPage } from '#app/domain/opinions/queries.server'
import { tellerOf } from '#app/domain/translations/translations.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { VoteButtons } from './next-statement'

export const loader = page(async ({ actor, param, language: reading, t }) => {
  const { conversation, answers, written } = await ownPage(actor, param('conversationId'))
  const tell = await tellerOf({ kind: 'opinions', id: conversation.id }, reading)
  return {
    conversation: { ...conversation, title: tell(conversation.title, conversation.language) },
    answers: answers.map((answer) => ({ ...answer, ...tell(answer.text, answer.language) })),
    written,
    title: t('opinions.own'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Own() {
  const { conversation, answers, written, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const { id, open } = conversation
  return (
    <div className="narrow">
      <WayBack to={`/opinions/${id}`} language={conversation.title.language}>
        {conversation.title.text}
      </WayBack>
      <h1>{title}</h1>
      <p>{t('opinions.own-hint')}</p>
      {answers.length === 0 && (
        <div className="empty">
          <p>{t('opinions.own-none')}</p>
          {open && (
            <Link className="button" to={`/opinions/${id}`}>
              {t('opinions.answer-now')}
            </Link>
          )}
        </div>
      )}
      <ol className="opinion-list">
        {answers.map((answer) => (
          <li key={answer.id}>
            <p lang={answer.language} dir="auto" id={`said-${answer.id}`}>
              {answer.text}
            </p>
            <Originals of={[answer]} />
            {open ? (
              <>
                <Form method="post" action={`/opinions/${id}/answers`} aria-labelledby={`said-${answer.id}`}>
                  <input type="hidden" name="statementId" value={answer.id} />
                  <input type="hidden" name="from" value="own" />
                  <VoteButtons chosen={nameOf(answer.vote)} />
                </Form>
                <Form method="post" action={`/opinions/${id}/own/${answer.id}/withdrawal`}>
                  <button className="quiet-button" aria-describedby={`said-${answer.id}`}>
                    {t('opinions.take-back')}
                  </button>
                </Form>
              </>
            ) : (
              <p>
                <strong>{t(`opinions.vote.${nameOf(answer.vote)}`)}</strong>
              </p>
            )}
          </li>
        ))}
      </ol>
      {written.length > 0 && (
        <section aria-labelledby="written">
          <h2 id="written">{t('opinions.you-wrote')}</h2>
          <ul className="opinion-list">
            {written.map(({ id: statementId, text, language, moderation, reason, note }) => (
              <li key={statementId}>
                <span
                  className={
                    moderation === 'accepted' ? 'badge done' : moderation === 'refused' ? 'badge refused' : 'badge'
                  }
                >
                  {t(`opinions.moderation.${moderation}`)}
                </span>{' '}
                <q lang={language} dir="auto">
                  {text}
                </q>
                {reason && <p>{t(`opinions.reasons.${reason}`)}</p>}
                {note && (
                  <p lang={conversation.language} dir="auto">
                    {note}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function nameOf(vote: number) {
  if (vote > 0) return 'agree'
  return vote < 0 ? 'disagree' : 'pass'
}
