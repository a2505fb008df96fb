import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActForm } from '#app/components/act-form'
import { LanguageField } from '#app/components/choice-fields'
import { TextArea } from '#app/components/fields'
import { orAgain } from '#app/components/no-answer'
import { WayBack } from '#app/components/way-back'
import { StatementForm } from '#app/domain/opinions/forms'
import { statementLength } from '#app/domain/opinions/moderation'
import { conversationToWriteIn } from '#app/domain/opinions/queries.server'
import { writeStatement } from '#app/domain/opinions/statements.server'
import { titleTold } from '#app/domain/translations/translations.server'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, language, t }) => ({
  conversation: await titleTold('opinions', await conversationToWriteIn(actor, param('conversationId')), language),
  title: t('opinions.write'),
}))

export const action = form(StatementForm, async ({ actor, param, values }) => {
  await writeStatement(actor, param('conversationId'), values)
  return go(`/opinions/${param('conversationId')}`, { key: 'opinions.written', kind: 'done' })
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function WriteStatement() {
  const { conversation, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const reading = useLanguage()
  return (
    <div className="narrow">
      <WayBack to={`/opinions/${conversation.id}`} language={conversation.language}>
        {conversation.title}
      </WayBack>
      <h1>{title}</h1>
      <ul>
        <li>{t('opinions.advice.one-idea')}</li>
        <li>{t('opinions.advice.no-question')}</li>
        <li>{t('opinions.advice.no-people')}</li>
      </ul>
      <ActForm result={result} button={t('opinions.send')} back={`/opinions/${conversation.id}`}>
        <TextArea
          name="text"
          label={t('opinions.fields.statement')}
          hint={t('opinions.fields.statement-hint', { most: statementLength.max })}
          result={result}
          required
          rows={3}
        />
        <LanguageField label={t('opinions.fields.language')} value={reading} result={result} />
      </ActForm>
    </div>
  )
}
