import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { orAgain } from '#app/components/no-answer'
import { PollWizard } from '#app/components/poll-wizard'
import { saveOptions } from '#app/domain/polls/drafts.server'
import { OptionsForm } from '#app/domain/polls/forms'
import { draftPage, proposalsToPut } from '#app/domain/polls/wizard.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { OptionLines, optionLabels } from './option-lines'
import { SettingFields, settingLabels } from './setting-fields'

export const loader = page(async ({ actor, param, t }) => {
  const draft = await draftPage(actor, param('pollId'))
  const proposals = await proposalsToPut(draft.territoryId)
  return { draft, proposals, title: t('polls.wizard.options') }
})

export const action = form(OptionsForm, async ({ actor, param, values }) => {
  await saveOptions(actor, param('pollId'), values)
  return go(`/polls/${param('pollId')}/${values.more ? 'options' : 'times'}`)
})

export const clientAction = orAgain

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Options() {
  const { draft, proposals, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <PollWizard current="options" pollId={draft.id} secret={draft.mode === 'secret'} />
      <Form method="post" key={draft.options.length}>
        <FormErrors result={result} labels={{ ...settingLabels(t), options: optionLabels(t) }} />
        {draft.rule === 'yes-no' ? (
          <p>{t('polls.fields.yes-no-options')}</p>
        ) : (
          <OptionLines options={draft.options} rule={draft.rule} proposals={proposals} result={result} />
        )}
        <SettingFields rule={draft.rule} settings={draft.settings} result={result} />
        <button className="button">{t('polls.wizard.next')}</button>
      </Form>
      {draft.mode === 'secret' && <BoardHead pollId={draft.id} head={draft.head} />}
    </div>
  )
}
