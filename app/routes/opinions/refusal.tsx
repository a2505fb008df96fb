import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { Choices, TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { RefusalForm } from '#app/domain/opinions/forms'
import { reasons } from '#app/domain/opinions/moderation'
import { statementToJudge } from '#app/domain/opinions/queries.server'
import { refuseStatement } from '#app/domain/opinions/statements.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => ({
  ...(await statementToJudge(actor, param('conversationId'), param('statementId'))),
  title: t('opinions.refuse'),
}))

export const action = form(RefusalForm, async ({ actor, param, values }) => {
  await refuseStatement(actor, param('conversationId'), param('statementId'), values)
  return go(`/opinions/${param('conversationId')}/moderation`, { key: 'opinions.refused', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Refusal() {
  const { conversation, statement, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = { reason: t('opinions.fields.reason'), note: t('opinions.fields.note') }
  return (
    <div className="narrow">
      <WayBack to={`/opinions/${conversation.id}/moderation`}>{t('opinions.moderate')}</WayBack>
      <h1>{title}</h1>
      <blockquote lang={statement.language} dir="auto">
        {statement.text}
      </blockquote>
      <ActForm
        result={result}
        labels={labels}
        button={t('opinions.refuse')}
        danger
        back={`/opinions/${conversation.id}/moderation`}
      >
        <Choices
          name="reason"
          legend={labels.reason}
          hint={t('opinions.fields.reason-hint')}
          result={result}
          options={reasons.map((value) => ({ value, label: t(`opinions.reasons.${value}`) }))}
        />
        <TextArea name="note" label={labels.note} hint={t('opinions.fields.note-hint')} result={result} rows={3} />
      </ActForm>
    </div>
  )
}
