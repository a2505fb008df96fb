import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { DaysLeft } from '#app/components/days-left'
import { Link } from '#app/components/link'
import { OwedCommitments } from '#app/components/owed-commitments'
import { type DeskLine, deskQueue } from '#app/domain/answers/desk.server'
import { deskGroups } from '#app/domain/answers/desk-groups'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ actor, t }) => ({
  ...(await deskQueue(actor)),
  attests: hasRoleSomewhere(actor, 'officer'),
  administers: hasRoleSomewhere(actor, 'administrator'),
  title: t('answers.desk.title'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Desk() {
  const { lines, owed, answered, offices, attests, administers, title } = useLoaderData<typeof loader>()
  const t = useWords()
  // Administrators see what waits in their whole territory
  const isSeated = offices.length > 0 || administers
  return (
    <>
      <h1>{title}</h1>
      {offices.length > 0 && (
        <p className="meta">
          {offices.map(({ officeId, officeName }, index) => (
            <Fragment key={officeId}>
              {index > 0 && ' · '}
              <Link to={`/offices/${officeId}`}>
                <bdi>{officeName}</bdi>
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      {lines.length + owed.length === 0 && (
        <p className="empty">{t(isSeated ? 'answers.desk.empty' : 'answers.desk.no-seat')}</p>
      )}
      {deskGroups.map((group) => (
        <Group key={group} group={group} lines={lines.filter((line) => line.group === group)} />
      ))}
      {owed.length > 0 && (
        <section aria-labelledby="owed">
          <h2 id="owed">
            {t('answers.desk.owed')} ({owed.length})
          </h2>
          <OwedCommitments commitments={owed} />
        </section>
      )}
      {answered.length > 0 && (
        <section aria-labelledby="answered">
          <h2 id="answered">{t('answers.desk.answered')}</h2>
          <ul>
            {answered.map(({ id, proposal }) => (
              <li key={id}>
                <Link to={`/desk/${id}`} lang={proposal.language} dir="auto">
                  {proposal.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {attests && (
        <p className="actions">
          <Link className="quiet-button" to="/polls/new">
            {t('polls.make')}
          </Link>
          <Link className="quiet-button" to="/desk/associations">
            {t('associations.queue.title')}
          </Link>
          <Link className="quiet-button" to="/desk/attestation">
            {t('answers.desk.attestation')}
          </Link>
        </p>
      )}
    </>
  )
}

function Group({ group, lines }: { group: DeskLine['group']; lines: DeskLine[] }) {
  const t = useWords()
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>
        {t(`answers.desk.group.${group}`)} ({lines.length})
      </h2>
      <ul className="desk">
        {lines.map((line) => (
          <Line key={line.answerId} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { line: DeskLine }) {
  const t = useWords()
  const language = useLanguage()
  const whose = line.mine ? t('answers.desk.mine') : line.assigneeName
  return (
    <li className="card">
      <Link to={`/desk/${line.answerId}`} lang={line.language} dir="auto">
        {line.title}
      </Link>
      {line.round === 2 && (
        <>
          {' '}
          <span className="badge">{t('answers.review')}</span>
        </>
      )}
      {line.prepared && (
        <>
          {' '}
          <span className="badge done">
            <span aria-hidden="true">✓</span> {t('answers.desk.prepared')}
          </span>
        </>
      )}
      <p className="meta">
        <DaysLeft standing={line.standing} daysLeft={line.daysLeft} />{' '}
        {t('answers.by', { date: formatDate(line.dueOn, language, 'weekday') })} ·{' '}
        <bdi>{line.officeName ?? t('answers.desk.no-office')}</bdi>
        {whose && ' · '}
        {whose && <bdi>{whose}</bdi>}
      </p>
    </li>
  )
}
