import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { PollOriginal } from '#app/components/poll-original'
import { WayBack } from '#app/components/way-back'
import { pollPage } from '#app/domain/polls/queries.server'
import { boardPage } from '#app/domain/polls/secret/board.server'
import { pollInReading } from '#app/domain/polls/translations'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { HowToVerify } from './how-to-verify'
import { OwnTracker } from './own-tracker'

const asked = (value: string | null) => (value && /^[A-Za-z0-9+/]{1,64}$/.test(value) ? value : null)

export const loader = page(async ({ actor, param, url, language: reading, t }) => {
  const poll = pollInReading(await pollPage(actor, param('pollId')), reading)
  const { id, question, language, original, phase, terms } = poll
  const board = await boardPage(id, asked(url.searchParams.get('after')), asked(url.searchParams.get('tracker')))
  const rule = terms?.rule ?? 'yes-no'
  return { id, question, language, original, rule, voided: phase === 'draft', board, title: t('secret.board.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Board() {
  const { id, question, language, original, rule, voided, board, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const { uuid, ballots, roll, credentials, trackers, next, events, earlier, sought, headHash, headHeight } = board
  return (
    <>
      <WayBack to={`/polls/${id}`}>{t('polls.back')}</WayBack>
      <h1>
        {title}{' '}
        <small className="below">
          <bdi lang={language}>{question}</bdi>
        </small>
      </h1>
      <PollOriginal original={original} rule={rule} t={t} />
      {voided && <p className="notice time">{t('secret.board.earlier-about')}</p>}
      <p>{t('secret.board.about', { count: ballots, roll })}</p>
      <p>{t(`secret.made-by.${credentials}`)}</p>
      <dl className="seed">
        <dt>{t('secret.board.head')}</dt>
        <dd dir="ltr">
          <code>{headHash}</code>
        </dd>
        <dt>{t('secret.board.uuid')}</dt>
        <dd dir="ltr">
          <code>{uuid}</code>
        </dd>
      </dl>
      <p className="hint">{t('secret.board.keep')}</p>
      <OwnTracker uuid={uuid} pollId={id} />
      <Form method="get" className="actions" role="search">
        <label htmlFor="tracker">{t('secret.board.find')}</label>
        <input id="tracker" name="tracker" dir="ltr" maxLength={64} defaultValue={sought?.tracker} spellCheck={false} />
        <button className="quiet-button">{t('secret.board.look')}</button>
      </Form>
      {sought && (
        <p className={sought.state === 'counts' ? 'notice done' : 'notice refused'} role="status">
          {t(`secret.board.${sought.state}`)}
        </p>
      )}
      <h2>{t('secret.board.trackers')}</h2>
      {trackers.length === 0 && <p className="empty">{t('secret.board.none')}</p>}
      <ul className="receipts trackers" dir="ltr">
        {trackers.map((tracker) => (
          <li key={tracker}>
            <code>{tracker}</code>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <Link to={`?after=${encodeURIComponent(next)}`}>{t('secret.board.more')}</Link>
        </p>
      )}
      <h2>{t('secret.board.events')}</h2>
      <p className="hint">{t('secret.board.events-about', { count: (headHeight ?? 0) + 1 })}</p>
      <dl className="seed">
        {events.map(({ height, kind, hash }) => (
          <div key={height}>
            <dt>
              {height} · {t(`secret.event.${kind}`)}
            </dt>
            <dd dir="ltr">
              <code>{hash}</code>
            </dd>
          </div>
        ))}
      </dl>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t('secret.board.earlier')}</h2>
          <p className="hint">{t('secret.board.earlier-about')}</p>
          <dl className="seed">
            {earlier.map((board) => (
              <div key={board.uuid}>
                <dt>
                  <a href={`/polls/${id}/archive/${board.uuid}.bel`} download>
                    {board.uuid}.bel
                  </a>
                </dt>
                <dd dir="ltr">
                  <code>{board.headHash}</code>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <HowToVerify pollId={id} uuid={uuid} />
    </>
  )
}
