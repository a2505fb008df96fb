import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { Choices, TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { hide } from '#app/domain/moderation/commands.server'
import { HideForm, reasons } from '#app/domain/moderation/forms'
import { judgedPage } from '#app/domain/moderation/queries.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { judgedIn } from './judged-kind'

export const loader = page(async ({ actor, param, t }) => {
  const { words, language, can } = await judgedPage(actor, judgedIn(param))
  insist(can.moderate)
  return { words, language, title: t('moderation.hide') }
})

export const action = form(HideForm, async ({ actor, param, values }) => {
  await hide(actor, judgedIn(param), values)
  return go('/moderation', { key: 'moderation.hidden', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Hide() {
  const { words, language, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { reason: t('moderation.why'), note: t('moderation.note-to-author') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <blockquote className="said" lang={language} dir="auto">
        {words}
      </blockquote>
      <ActForm result={result} labels={labels} button={t('moderation.hide')} danger back="/moderation">
        <Choices
          name="reason"
          legend={labels.reason}
          result={result}
          options={reasons.map((value) => ({
            value,
            label: t(`moderation.reason.${value}`),
            hint: t(`moderation.reason-hint.${value}`),
          }))}
        />
        <TextArea name="note" label={labels.note} hint={t('moderation.note-to-author-hint')} result={result} required />
      </ActForm>
    </div>
  )
}
