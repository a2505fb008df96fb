import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { moderationPage } from '#app/domain/opinions/queries.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, param, t }) => ({
  ...(await moderationPage(actor, param('conversationId'))),
  title: t('opinions.moderate'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Moderation() {
  const { conversation, pending, accepted, refused, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/opinions/${conversation.id}`} language={conversation.language}>
        {conversation.title}
      </WayBack>
      <h1>{title}</h1>
      <p>{t('opinions.moderate-hint')}</p>
      <Part name="pending" statements={pending} />
      <Part name="accepted" statements={accepted} />
      <Part name="refused" statements={refused} />
    </div>
  )
}

type Row = { id: string; text: string; language: string; reason: string | null }

function Part({ name, statements }: { name: 'pending' | 'accepted' | 'refused'; statements: Row[] }) {
  const { conversation } = useLoaderData<typeof loader>()
  const t = useWords()
  const at = (id: string) => `/opinions/${conversation.id}/statements/${id}`
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(`opinions.parts.${name}`, { count: statements.length })}</h2>
      <ul className="opinion-list">
        {statements.map(({ id, text, language, reason }) => (
          <li key={id}>
            <p lang={language} dir="auto" id={`text-${id}`}>
              {text}
            </p>
            {reason && <p className="meta">{t(`opinions.reasons.${reason}`)}</p>}
            <div className="actions">
              {name !== 'accepted' && (
                <Form method="post" action={`${at(id)}/acceptance`}>
                  <button className="button" aria-describedby={`text-${id}`}>
                    {t('opinions.accept')}
                  </button>
                </Form>
              )}
              {name !== 'refused' && (
                <Link className="quiet-button" to={`${at(id)}/refusal`} aria-describedby={`text-${id}`}>
                  {t('opinions.refuse')}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
