import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { FurtherLanguages } from '#app/components/further-languages'
import { Link } from '#app/components/link'
import { OpinionMap } from '#app/components/opinion-map'
import { OpinionShares } from '#app/components/opinion-shares'
import { Originals } from '#app/components/translated'
import { conversationPage } from '#app/domain/opinions/queries.server'
import { tellerOf, translationStates } from '#app/domain/translations/translations.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { NextStatement } from './next-statement'

const firstShown = 20

export const loader = page(async ({ actor, param, url, language: reading }) => {
  const subject = { kind: 'opinions', id: param('conversationId') } as const
  const [told, tell, further] = await Promise.all([
    conversationPage(actor, subject.id),
    tellerOf(subject, reading),
    translationStates(actor, subject),
  ])
  const { title, description, language, ...conversation } = told.conversation
  return {
    ...told,
    conversation: { ...conversation, title: tell(title, language), description: tell(description, language) },
    statements: told.statements.map((statement) => ({ ...statement, ...tell(statement.text, statement.language) })),
    next: told.next && { ...told.next, ...tell(told.next.text, told.next.language) },
    further,
    whole: url.searchParams.has('all'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.conversation.title.text} · Agorà` },
  { name: 'description', content: data?.conversation.description.text },
]

export default function Conversation() {
  const { conversation, statements, next, answered, can, waiting, further } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  const { id, title, description, territory, open, closesAt, closedAt } = conversation
  const end = closedAt ?? closesAt
  return (
    <>
      <p>
        <Link to={`/territories/${territory.slug}`}>{territory.name}</Link> ·{' '}
        <Link to="/opinions">{t('opinions.title')}</Link>
      </p>
      <h1 lang={title.language} dir="auto">
        {title.text}
      </h1>
      <p className="meta">
        <span className={open ? 'badge time' : 'badge'}>{t(open ? 'opinions.is-open' : 'opinions.is-closed')}</span>{' '}
        {end &&
          t(open ? 'opinions.until' : 'opinions.ended', {
            when: formatDate(end, reading, open ? 'moment' : 'weekday'),
          })}
      </p>
      {description.text && (
        <p lang={description.language} dir="auto">
          {description.text}
        </p>
      )}
      <Originals of={[title, description]} />
      {open && <NextStatement id={id} next={next} answered={answered} of={statements.length} verdict={can.takePart} />}
      <p className="actions">
        {can.takePart === true && <Link to={`/opinions/${id}/statements`}>{t('opinions.write')}</Link>}
        {(can.takePart === true || answered > 0) && <Link to={`/opinions/${id}/own`}>{t('opinions.own')}</Link>}
        {can.moderate === true && (
          <Link to={`/opinions/${id}/moderation`}>{t('opinions.to-read', { count: waiting })}</Link>
        )}
        <Link to={`/history/opinions/${id}`}>{t('shell.history')}</Link>
      </p>
      <Findings />
      {further && <FurtherLanguages at={`/opinions/${id}`} about={t('translations.about')} languages={further} />}
      {can.manage === true && open && (
        <details>
          <summary>{t('opinions.close')}</summary>
          <p>{t('opinions.close-hint')}</p>
          <Form method="post" action={`/opinions/${id}/closing`}>
            <button className="danger-button">{t('opinions.close-yes')}</button>
          </Form>
        </details>
      )}
    </>
  )
}

/** What the answers say together: what unites first, then what sets groups apart, then everything. */
function Findings() {
  const { conversation, statements, picture, drawnAt, place, whole } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  if (!picture)
    return (
      <div className="empty">
        <p>{t('opinions.no-map-yet')}</p>
      </div>
    )
  const texts = new Map(statements.map((statement) => [statement.id, statement]))
  const uniting = picture.statements.filter(({ unites }) => unites).slice(0, 5)
  const listed = whole ? picture.statements : picture.statements.slice(0, firstShown)
  return (
    <>
      <section aria-labelledby="unites">
        <h2 id="unites">{t('opinions.unites')}</h2>
        {picture.groups.length < 2 && <p>{t('opinions.one-group')}</p>}
        {picture.groups.length > 1 && uniting.length === 0 && <p>{t('opinions.nothing-unites')}</p>}
        <ul className="opinion-list">
          {uniting.map((statement) => (
            <li key={statement.id}>
              <Words statement={texts.get(statement.id)} />
              <OpinionShares shares={statement.all} />
            </li>
          ))}
        </ul>
      </section>
      {picture.groups.length > 1 && (
        <section aria-labelledby="apart">
          <h2 id="apart">{t('opinions.apart')}</h2>
          <p>{t('opinions.reading-aid')}</p>
          {picture.groups.map(({ name, people, telling }) => (
            <div key={name}>
              <h3>{t('opinions.group', { name, count: people })}</h3>
              {telling.length === 0 && <p>{t('opinions.nothing-telling')}</p>}
              <ul>
                {telling.map(({ id, direction }) => (
                  <li key={id}>
                    {t(`opinions.they.${direction}`)} <Words statement={texts.get(id)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      <section aria-labelledby="map">
        <h2 id="map">{t('opinions.map')}</h2>
        <OpinionMap picture={picture} place={place} />
      </section>
      <section aria-labelledby="all">
        <h2 id="all">{t('opinions.all')}</h2>
        <ol className="opinion-list">
          {listed.map((statement) => (
            <li key={statement.id}>
              <Words statement={texts.get(statement.id)} />
              <OpinionShares shares={statement.all} />
              {statement.groups && (
                <details>
                  <summary>{t('opinions.by-group')}</summary>
                  <ul>
                    {statement.groups.map((shares, group) => (
                      <li key={picture.groups[group]?.name}>
                        {t('opinions.group', {
                          name: picture.groups[group]?.name,
                          count: picture.groups[group]?.people,
                        })}
                        <OpinionShares shares={shares} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ol>
        {listed.length < picture.statements.length && (
          <p>
            <Link to="?all" keepsPlace>
              {t('opinions.show-all', { count: picture.statements.length })}
            </Link>
          </p>
        )}
        <p className="meta">
          {drawnAt && t('opinions.drawn', { when: formatDate(drawnAt, reading, 'moment'), count: picture.people })}{' '}
          {t('opinions.privacy')} {t('opinions.seed', { seed: conversation.seed })}
        </p>
      </section>
    </>
  )
}

function Words({ statement }: { statement: { text: string; language: string } | undefined }) {
  return statement ? (
    <q lang={statement.language} dir="auto">
      {statement.text}
    </q>
  ) : null
}
