import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { PictureForm } from '#app/domain/budgets/forms'
import { givePicture } from '#app/domain/budgets/picture.server'
import { projectPage } from '#app/domain/budgets/project-page.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { ActHead } from './act-head'
import { numberIn } from './number'
import { ProjectPhoto } from './project-photo'

export const loader = page(async (scene) => {
  const { title, language, number, budget, picture, pictureAlt, can } = await projectPage(
    scene.actor,
    scene.param('budgetId'),
    numberIn(scene),
  )
  insist(can.place)
  return { project: { title, language, number }, budget, picture, pictureAlt, title: scene.t('budgets.picture') }
})

export const action = form(PictureForm, async (scene) => {
  const [budgetId, number] = [scene.param('budgetId'), numberIn(scene)]
  const { picture, pictureAlt } = scene.values
  const upload = picture ? { name: picture.name, bytes: new Uint8Array(await picture.arrayBuffer()) } : null
  await givePicture(scene.actor, budgetId, number, { alt: pictureAlt, upload })
  return go(`/budgets/${budgetId}/projects/${number}`, { key: 'budgets.saved', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

/** One picture of the place or of the idea, and what is on it. */
export default function Picture() {
  const { project, budget, picture, pictureAlt, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <ActHead title={title} budgetId={budget.id} project={project} />
      <p>{t('budgets.picture-about')}</p>
      {picture && <ProjectPhoto picture={{ ...picture, alt: pictureAlt }} language={project.language} />}
      <Form method="post" encType="multipart/form-data">
        <FormErrors
          result={result}
          labels={{ picture: t('budgets.picture-file'), pictureAlt: t('budgets.pictureAlt') }}
        />
        <Field
          name="picture"
          label={t(picture ? 'budgets.picture-other' : 'budgets.picture-file')}
          hint={t('budgets.picture-hint')}
          result={result}
        >
          {(wiring) => (
            <input {...wiring} type="file" accept="image/jpeg,image/png,image/webp,image/heic" required={!picture} />
          )}
        </Field>
        <TextField
          name="pictureAlt"
          label={t('budgets.pictureAlt')}
          hint={t('budgets.pictureAlt-hint')}
          value={pictureAlt}
          result={result}
          required
          maxLength={200}
        />
        <button className="button">{t('budgets.save')}</button>
      </Form>
      {picture && (
        <Form method="post" action={`/budgets/${budget.id}/projects/${project.number}/picture/removal`}>
          <button className="danger-button">{t('budgets.picture-away')}</button>
        </Form>
      )}
    </div>
  )
}
