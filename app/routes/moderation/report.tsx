import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { Choices, TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { canSpeak } from '#app/domain/authorization'
import { report } from '#app/domain/moderation/commands.server'
import { ReportForm, reasons } from '#app/domain/moderation/forms'
import { judgedPage } from '#app/domain/moderation/queries.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { typedStays } from '#app/web/typed-stays'
import { judgedIn } from './judged-kind'

export const loader = page(async ({ actor, param, t }) => {
  const { words, language, place } = await judgedPage(actor, judgedIn(param))
  insist(canSpeak(actor))
  return { words, language, place, title: t('moderation.report') }
})

export const action = form(ReportForm, async ({ actor, param, values }) => {
  const { place } = await report(actor, judgedIn(param), values)
  return go(place, { key: 'moderation.reported', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export const shouldRevalidate = typedStays

export default function Report() {
  const { words, language, place, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { reason: t('moderation.what-is-wrong'), note: t('moderation.note-optional') }
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <blockquote className="said" lang={language} dir="auto">
        {words}
      </blockquote>
      <p>{t('moderation.report-hint')}</p>
      <ActForm result={result} labels={labels} button={t('moderation.send-report')} back={place}>
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
        <TextArea name="note" label={labels.note} result={result} rows={3} />
      </ActForm>
    </div>
  )
}
