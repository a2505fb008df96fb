import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextArea } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { appeal } from '#app/domain/moderation/commands.server'
import { AppealForm } from '#app/domain/moderation/forms'
import { hidingPage } from '#app/domain/moderation/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { HidingStory } from './hiding-story'

export const loader = page(async ({ actor, param, t }) => ({
  hiding: await hidingPage(actor, param('hidingId')),
  title: t('moderation.your-words-hidden'),
}))

export const action = form(AppealForm, async ({ actor, param, values }) => {
  await appeal(actor, param('hidingId'), values.text)
  return go(`/moderation/hidings/${param('hidingId')}`, { key: 'moderation.appealed', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Hiding() {
  const { hiding, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={hiding.place}>{t('discussion.back')}</WayBack>
      <h1>{title}</h1>
      <HidingStory hiding={hiding} />
      {(hiding.can.appeal === true || result) && (
        <Form method="post">
          <h2>{t('moderation.appeal')}</h2>
          <p>{t('moderation.appeal-hint')}</p>
          <FormErrors result={result} />
          <TextArea name="text" label={t('moderation.appeal-text')} result={result} required />
          <button className="button">{t('moderation.send-appeal')}</button>
        </Form>
      )}
      {hiding.can.decide === true && (
        <Link className="button" to={`/moderation/hidings/${hiding.id}/decision`}>
          {t('moderation.decide')}
        </Link>
      )}
    </div>
  )
}
