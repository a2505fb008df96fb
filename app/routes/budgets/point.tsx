import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FoldedFields } from '#app/components/folded-fields'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { PointForm } from '#app/domain/budgets/forms'
import { drawnWidth, groundOf, placeProject } from '#app/domain/budgets/place-project.server'
import { projectPage } from '#app/domain/budgets/project-page.server'
import { found, insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { ActHead } from './act-head'
import { numberIn } from './number'
import { Coordinates, projectLabels } from './project-fields'

export const loader = page(async (scene) => {
  const { title, language, number, latitude, longitude, budget, can } = await projectPage(
    scene.actor,
    scene.param('budgetId'),
    numberIn(scene),
  )
  insist(can.place)
  const { width, height } = found(await groundOf(scene.actor, budget.id))
  const picture = { width: drawnWidth, height: Math.round((height * drawnWidth) / width) }
  return { project: { title, language, number, latitude, longitude }, budget, picture, title: scene.t('budgets.point') }
})

export const action = form(PointForm, async (scene) => {
  const [budgetId, number] = [scene.param('budgetId'), numberIn(scene)]
  await placeProject(scene.actor, budgetId, number, scene.values)
  return go(`/budgets/${budgetId}/projects/${number}`, { key: 'budgets.saved', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** One tap on the picture says where the project is: the browser itself sends where it was tapped, scripts or not. */
export default function Point() {
  const { project, budget, picture, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <ActHead title={title} budgetId={budget.id} project={project} />
      <p>{t('budgets.point-hint')}</p>
      <form method="post" noValidate>
        <FormErrors result={result} labels={projectLabels(t)} />
        <input
          className="point-map"
          type="image"
          name="point"
          src={`/budgets/${budget.id}/map.svg`}
          alt={t('budgets.point-map')}
          width={picture.width}
          height={picture.height}
        />
        <FoldedFields summary={t('budgets.point-otherwise')} names={['latitude', 'longitude']} result={result}>
          <Coordinates values={project} result={result} />
          <button className="quiet-button">{t('budgets.save')}</button>
        </FoldedFields>
      </form>
    </div>
  )
}
