import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Link } from '#app/components/link'
import { OptionLinks } from '#app/components/option-links'
import { PollOriginal } from '#app/components/poll-original'
import { WayBack } from '#app/components/way-back'
import { budgetOfPoll } from '#app/domain/budgets/wizard.server'
import { fewest } from '#app/domain/polls/few'
import { optionResult } from '#app/domain/polls/results.server'
import { ruleOf } from '#app/domain/polls/rules'
import { headOf } from '#app/domain/polls/secret/board.server'
import { formatDecimal, formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { PollBars } from './poll-bars'
import { type Names, namesOf, useSentence } from './sentences'
import { Ties } from './ties'

export const loader = page(async ({ param, language, t }) => {
  const id = param('pollId')
  const [result, budget, head] = await Promise.all([
    optionResult(id, param('option'), language),
    budgetOfPoll(id),
    headOf(id),
  ])
  const name = namesOf(result, t)[result.option.key]
  return { ...result, budget, head, title: `${name} – ${t(`polls.why.${result.won ? 'won' : 'lost'}`)}` }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** Why this one and not that one: one option, in words, beside all the others. */
export default function OptionResult() {
  const result = useLoaderData<typeof loader>()
  const { id, language, question, rule, option, options, won, winners, quorum, general, about } = result
  const t = useWords()
  const names = namesOf({ rule, options }, t)
  const sentence = useSentence(names, result.currency)
  const budget = ruleOf(rule).budget === true
  const addressOf = (key: string) => `/polls/${id}/results/${encodeURIComponent(key)}`
  return (
    <>
      <WayBack to={`/polls/${id}/results`}>{t('polls.why.back')}</WayBack>
      <h1>
        <bdi lang={language}>{names[option.key]}</bdi>{' '}
        <small className="below">
          <bdi lang={language}>{question}</bdi>
        </small>
      </h1>
      <p className="meta">
        <span className={won ? 'badge done' : 'badge'}>
          {t(`polls.why.${budget ? 'budget-' : ''}${won ? 'is-in' : 'is-out'}`)}
        </span>{' '}
        {result.district && <bdi>{result.district}</bdi>}
      </p>
      {option.text && rule !== 'yes-no' && (
        <p lang={language} dir="auto">
          {option.text}
        </p>
      )}
      <PollOriginal original={result.original} rule={rule} t={t} />
      <OptionLinks option={option} budgetId={result.budget?.id ?? null} />
      <section aria-labelledby="why">
        <h2 id="why">{t(`polls.why.${won ? 'won' : 'lost'}`)}</h2>
        {quorum && !quorum.holds && (
          <p className="notice refused">
            {t('polls.results.quorum-not-met', { have: quorum.have, need: quorum.need })}
          </p>
        )}
        {[...about, ...general].map(sentence).map((said) => (
          <p key={said}>{said}</p>
        ))}
        {result.tooFew && <p className="notice">{t('polls.results.too-few', { count: fewest })}</p>}
        <p className="meta">{t(`polls.rule.${rule}.does`)}</p>
        <Ties ties={result.ties} names={names} />
      </section>
      <Steps />
      <Duels names={names} />
      {!result.tooFew && (
        <section aria-labelledby="beside">
          <h2 id="beside">{t('polls.why.beside')}</h2>
          <PollBars
            terms={{ rule, options }}
            totals={result.totals}
            winners={winners}
            names={names}
            language={language}
            addressOf={addressOf}
            current={option.key}
          />
        </section>
      )}
      {result.head && <BoardHead pollId={id} head={result.head} />}
      <nav className="actions" aria-label={t('polls.why.others')}>
        {result.before !== null && <Link to={addressOf(result.before)}>{t('polls.why.before')}</Link>}
        {result.after !== null && <Link to={addressOf(result.after)}>{t('polls.why.after')}</Link>}
        {!result.tooFew && <Link to={`/polls/${id}/results#again`}>{t('polls.again.title')}</Link>}
      </nav>
    </>
  )
}

/** Its votes at each stage, to where it was elected or left. */
function Steps() {
  const { steps } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  if (steps.length === 0) return null
  return (
    <div className="table-wrap">
      <table>
        <caption>{t('polls.results.stages')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('polls.why.step')}</th>
            <th scope="col">{t('polls.results.in-votes')}</th>
            <th scope="col">{t('polls.why.became')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ number, votes, became }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{formatDecimal(votes, reading)}</td>
              <td className={became === 'elected' ? 'won' : undefined}>{t(`polls.why.became-${became}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** On how many ballots it stands above each other, and below. */
function Duels({ names }: { names: Names }) {
  const { duels, language } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  if (duels.length === 0) return null
  return (
    <div className="table-wrap">
      <table>
        <caption>{t('polls.why.duels')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('polls.why.against')}</th>
            <th scope="col">{t('polls.why.ahead')}</th>
            <th scope="col">{t('polls.why.behind')}</th>
          </tr>
        </thead>
        <tbody>
          {duels.map(({ against, ahead, behind }) => (
            <tr key={against}>
              <th scope="row">
                <bdi lang={language}>{names[against]}</bdi>
              </th>
              <td className={ahead > behind ? 'won' : undefined}>{formatNumber(ahead, reading)}</td>
              <td className={behind > ahead ? 'won' : undefined}>{formatNumber(behind, reading)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
