import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { Choices, TextArea } from '#app/components/fields'
import { Link } from '#app/components/link'
import { orAgain } from '#app/components/no-answer'
import { decideAppeal } from '#app/domain/moderation/commands.server'
import { AppealDecisionForm, outcomes } from '#app/domain/moderation/forms'
import { hidingPage } from '#app/domain/moderation/queries.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { HidingStory } from './hiding-story'

export const loader = page(async ({ actor, param, t }) => {
  const hiding = await hidingPage(actor, param('hidingId'))
  insist(hiding.can.decide)
  return { hiding, title: t('moderation.decide') }
})

export const action = form(AppealDecisionForm, async ({ actor, param, values }) => {
  await decideAppeal(actor, param('hidingId'), values)
  return go('/moderation', { key: 'moderation.decided', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Decision() {
  const { hiding, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { outcome: t('moderation.your-decision'), note: t('moderation.note-to-author') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <Link to={hiding.place}>
          <bdi>{hiding.about}</bdi>
        </Link>
      </p>
      <HidingStory hiding={hiding} />
      <ActForm result={result} labels={labels} button={t('moderation.send-decision')} back="/moderation">
        <Choices
          name="outcome"
          legend={labels.outcome}
          result={result}
          options={outcomes.map((value) => ({ value, label: t(`moderation.decision.${value}`) }))}
        />
        <TextArea name="note" label={labels.note} result={result} required />
      </ActForm>
    </div>
  )
}
