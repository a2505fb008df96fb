import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { Form } from '#app/components/form'
import { LifeLine } from '#app/components/life-line'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { stepsOf } from '#app/domain/budgets/life'
import { projectPage } from '#app/domain/budgets/project-page.server'
import { titleTold } from '#app/domain/translations/translations.server'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { FeasibilityBadge } from './feasibility-badge'
import { FigureHistory } from './figure-history'
import { Money } from './money'
import { numberIn } from './number'
import { ProjectMap } from './project-map'
import { ProjectPhoto } from './project-photo'

export const loader = page(async (scene) => {
  const project = await projectPage(scene.actor, scene.param('budgetId'), numberIn(scene))
  return { ...project, budget: await titleTold('budget', project.budget, scene.language) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title || data?.budget.title} · Agorà` },
]

export default function Project() {
  const project = useLoaderData<typeof loader>()
  const t = useWords()
  const { budget, number, commitment, won, withdrawnAt, hiding } = project
  const whereTo = (name: string) => {
    if (commitment && (name === 'commitment' || name === 'result')) return `/commitments/${commitment.id}`
    return won !== null && ['vote', 'funded', 'not-funded'].includes(name) ? whyAt(project) : null
  }
  return (
    <>
      <WayBack to={`/budgets/${budget.id}`} language={budget.language}>
        {budget.title}
      </WayBack>
      {project.withheld ? (
        <h1>
          {number}. {t('budgets.hidden-title')}
        </h1>
      ) : (
        <h1 lang={project.language} dir="auto">
          {number}. {project.title}
        </h1>
      )}
      <p className="meta">
        <FeasibilityBadge feasibility={project.feasibility} /> <bdi>{project.who}</bdi>
        {[project.place, project.district?.name].filter(Boolean).map((name) => (
          <Fragment key={name}>
            {' · '}
            <bdi>{name}</bdi>
          </Fragment>
        ))}
      </p>
      <LifeLine
        steps={stepsOf({ ...project, withdrawn: withdrawnAt !== null }).map(({ name, state }) => ({
          key: `budgets.life.${name}`,
          state,
          to: whereTo(name),
        }))}
      />
      {hiding && (
        <p className="notice refused">
          {t('budgets.hidden', { reason: t(`moderation.reason.${hiding.reason}`) })}{' '}
          {project.writes && <Link to={`/moderation/hidings/${hiding.id}`}>{t('discussion.appeal')}</Link>}
        </p>
      )}
      {!project.withheld && <Sheet />}
    </>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

const whyAt = ({ pollId, number }: Pick<Shown, 'pollId' | 'number'>) => `/polls/${pollId}/results/${number}`

/** What it says, what it costs, and everything that was done with it. */
function Sheet() {
  const project = useLoaderData<typeof loader>()
  const t = useWords()
  const { budget, won, pollId, rivals } = project
  return (
    <>
      {project.cost !== null && (
        <p>
          <strong>
            <Money amount={project.cost} />
          </strong>
        </p>
      )}
      {project.picture && (
        <ProjectPhoto picture={{ ...project.picture, alt: project.pictureAlt }} language={project.language} />
      )}
      <p lang={project.language} dir="auto">
        {project.text}
      </p>
      {won !== null && (
        <p>
          <Link to={whyAt(project)}>{t(won ? 'budgets.why-funded' : 'budgets.why-not-funded')}</Link>
        </p>
      )}
      {won === null && project.pollIsPublic && (
        <p>
          <Link to={`/polls/${pollId}`}>{t('budgets.see-vote')}</Link>
        </p>
      )}
      {project.proposal && (
        <p>
          {t('budgets.from-proposal')}{' '}
          <Link to={`/proposals/${project.proposal.id}`}>
            <bdi lang={project.proposal.language}>{project.proposal.title}</bdi>
          </Link>
        </p>
      )}
      <Acts />
      <Checks />
      <FigureHistory figures={project.figures} />
      {rivals.length > 0 && (
        <section aria-labelledby="pairs">
          <h2 id="pairs">{t('budgets.pairs')}</h2>
          <ul>
            {rivals.map((rival) => (
              <li key={rival.number}>
                <Link to={`/budgets/${budget.id}/projects/${rival.number}`}>
                  <bdi lang={rival.language}>{rival.title}</bdi>
                </Link>
                : <bdi lang={project.officeLanguage}>{rival.reason}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Place />
      <Concerns />
    </>
  )
}

/** The point within the border where that is known, and a way to a map with streets. */
function Place() {
  const { budget, map, latitude, longitude } = useLoaderData<typeof loader>()
  const t = useWords()
  if (latitude === null || longitude === null) return null
  const streets = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`
  return (
    <>
      {map?.border && <ProjectMap map={map} label={t('budgets.map')} budgetId={budget.id} />}
      <p>
        <a href={streets} rel="noreferrer">
          {t('budgets.streets')}
        </a>
      </p>
    </>
  )
}

/** For whoever finds something wrong in it. */
function Concerns() {
  const { id, writes, moderates, hiding, withdrawnAt } = useLoaderData<typeof loader>()
  const t = useWords()
  if (writes || hiding || withdrawnAt) return null
  return (
    <p className="actions">
      <Link to={`/reports/project/${id}`} rel="nofollow">
        {t('discussion.report')}
      </Link>
      {moderates && <Link to={`/moderation/project/${id}/hiding`}>{t('moderation.hide')}</Link>}
    </p>
  )
}

function Acts() {
  const { budget, number, can, hasGround, picture } = useLoaderData<typeof loader>()
  const t = useWords()
  const at = `/budgets/${budget.id}/projects/${number}`
  if (can.check !== true && can.place !== true && can.withdraw !== true) return null
  return (
    <div className="actions">
      {can.check === true && (
        <Link className="button" to={`${at}/check`}>
          {t('budgets.check')}
        </Link>
      )}
      {can.check === true && (
        <Link className="quiet-button" to={`${at}/cost`}>
          {t('budgets.change-cost')}
        </Link>
      )}
      {can.place === true && hasGround && (
        <Link className="quiet-button" to={`${at}/point`}>
          {t('budgets.point')}
        </Link>
      )}
      {can.place === true && (
        <Link className="quiet-button" to={`${at}/picture`}>
          {t(picture ? 'budgets.picture-change' : 'budgets.picture')}
        </Link>
      )}
      {can.change === true && (
        <Link className="quiet-button" to={`${at}/change`}>
          {t('budgets.change')}
        </Link>
      )}
      {can.withdraw === true && (
        <Form method="post" action={`${at}/withdrawal`}>
          <button className="danger-button">{t('budgets.withdraw')}</button>
        </Form>
      )}
    </div>
  )
}

/** What the offices found, each with its public reason. */
function Checks() {
  const { checks, officeLanguage } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  if (checks.length === 0) return null
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{t('budgets.checks')}</h2>
      <ol>
        {checks.map(({ id, feasibility, reason, at, who }) => (
          <li key={id}>
            <FeasibilityBadge feasibility={feasibility} />{' '}
            <time dateTime={at.toISOString()}>{formatDate(at, reading)}</time> · <bdi>{who}</bdi>
            <br />
            <bdi lang={officeLanguage}>{reason}</bdi>
          </li>
        ))}
      </ol>
    </section>
  )
}
