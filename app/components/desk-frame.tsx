import type { ReactNode } from 'react'
import { Link } from '#app/components/link'
import type { KeptComputation } from '#app/domain/answers/kept-computation'
import type { Verdict } from '#app/domain/authorization'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { DueComputation } from './due-computation'
import { WayBack } from './way-back'

export type AtDesk = {
  id: string
  round: number
  version: number
  dueOn: string
  late: boolean
  computation: KeptComputation | null
  reviewReason: string | null
  officeName: string | null
  assigneeName: string | null
  noteCount: number
  proposal: { id: string; title: string; language: string; supportCount: number; importedSupportCount: number }
  can: { write: Verdict; assign: Verdict; extend: Verdict; note: Verdict }
}

export type DeskTab = 'writing' | 'notes' | 'publication' | 'extension'

/** What stays in sight while an office works on one answer: whose it is, when it is due, and where one is. */
export function DeskFrame({ answer, current, children }: { answer: AtDesk; current: DeskTab; children: ReactNode }) {
  const t = useWords()
  const { proposal, can } = answer
  return (
    <>
      <WayBack to="/desk">{t('answers.desk.title')}</WayBack>
      <h1 lang={proposal.language} dir="auto">
        {proposal.title}
      </h1>
      <p className="meta">
        <bdi>{answer.officeName ?? t('answers.desk.no-office')}</bdi>
        {answer.assigneeName && ' · '}
        {answer.assigneeName && <bdi>{answer.assigneeName}</bdi>} ·{' '}
        {t('shell.supports', { count: proposal.supportCount + proposal.importedSupportCount })}
      </p>
      {answer.version === 0 && <When answer={answer} />}
      {answer.reviewReason && (
        <p className="notice">
          <strong>{t('answers.review-reason')}</strong>{' '}
          <q lang={proposal.language} dir="auto">
            {answer.reviewReason}
          </q>
        </p>
      )}
      <nav aria-label={t('answers.desk.parts')}>
        <ul className="chips">
          <li>
            <Link className="chip" to={`/proposals/${proposal.id}`}>
              {t('answers.desk.tab.proposal')}
            </Link>
          </li>
          <Tab answer={answer} tab="writing" current={current} path="" />
          {can.note === true && <Tab answer={answer} tab="notes" current={current} path="/notes" />}
          <Tab answer={answer} tab="publication" current={current} path="/publication" />
          {(can.extend === true || current === 'extension') && (
            <Tab answer={answer} tab="extension" current={current} path="/extension" />
          )}
          {can.assign === true && answer.version === 0 && (
            <li>
              <Link className="chip" to={`/desk/${answer.id}/assignment`}>
                {t('answers.desk.tab.assignment')}
              </Link>
            </li>
          )}
        </ul>
      </nav>
      {children}
    </>
  )
}

function Tab({ answer, tab, current, path }: { answer: AtDesk; tab: DeskTab; current: DeskTab; path: string }) {
  const t = useWords()
  return (
    <li>
      <Link className="chip" to={`/desk/${answer.id}${path}`} aria-current={tab === current ? 'page' : undefined}>
        {t(`answers.desk.tab.${tab}`)}
        {tab === 'notes' && answer.noteCount > 0 ? ` (${answer.noteCount})` : ''}
      </Link>
    </li>
  )
}

function When({ answer }: { answer: AtDesk }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <div className={answer.late ? 'notice refused' : 'notice time'}>
      <p>
        {t(answer.late ? 'answers.desk.was-due' : 'answers.desk.due')}{' '}
        <strong>
          <time dateTime={answer.dueOn}>{formatDate(answer.dueOn, language, 'weekday')}</time>
        </strong>
      </p>
      {answer.computation && <DueComputation computation={answer.computation} />}
    </div>
  )
}
