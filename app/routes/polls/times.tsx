import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Choices, Field, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { type FormResult, typed } from '#app/components/form-result'
import { PollWizard } from '#app/components/poll-wizard'
import { saveTimes } from '#app/domain/polls/drafts.server'
import { TimesForm } from '#app/domain/polls/forms'
import { wallClock } from '#app/domain/polls/hours'
import { isSummable } from '#app/domain/polls/secret/questions'
import { draftPage } from '#app/domain/polls/wizard.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const draft = await draftPage(actor, param('pollId'))
  return { draft, title: t('polls.wizard.times') }
})

export const action = form(TimesForm, async ({ actor, param, values }) => {
  await saveTimes(actor, param('pollId'), values)
  return go(`/polls/${param('pollId')}/${values.mode === 'secret' ? 'trustees' : 'summary'}`)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Times() {
  const { draft, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const label = (name: string) => t(`polls.fields.${name}`)
  const voters = draft.associationId
    ? (['members', 'codes', 'confirmed', 'residents'] as const)
    : (['residents', 'attested', 'confirmed', 'codes'] as const)
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <PollWizard current="times" pollId={draft.id} secret={draft.mode === 'secret'} />
      <Form method="post">
        <FormErrors result={result} labels={label} />
        <Choices
          name="voters"
          legend={label('voters')}
          value={draft.voters}
          result={result}
          options={voters.map((value) => ({
            value,
            label: t(`polls.voters.${value}`),
            hint: t(`polls.voters-hint.${value}`),
          }))}
        />
        <Choices
          name="mode"
          legend={label('mode')}
          value={draft.mode}
          result={result}
          options={(isSummable(draft.rule)
            ? (['confidential', 'secret', 'open'] as const)
            : (['confidential', 'open'] as const)
          ).map((value) => ({
            value,
            label: t(`polls.mode.${value}`),
            hint: t(`polls.mode-hint.${value}`),
          }))}
        />
        <label className="choice">
          <input type="checkbox" name="showsRunning" defaultChecked={draft.showsRunning} />
          <span>
            {t('polls.fields.shows-running')}
            <small>{t('polls.fields.shows-running-hint')}</small>
          </span>
        </label>
        <Hour name="opensAt" value={draft.opensAt} result={result} />
        <Hour name="closesAt" value={draft.closesAt} result={result} />
        <TextField
          name="quorum"
          label={label('quorum')}
          hint={label('quorum-hint')}
          type="number"
          min={1}
          value={draft.settings.quorum?.toString()}
          result={result}
        />
        <button className="button">{t('polls.wizard.next')}</button>
      </Form>
      {draft.mode === 'secret' && <BoardHead pollId={draft.id} head={draft.head} />}
    </div>
  )
}

function Hour({ name, value, result }: { name: 'opensAt' | 'closesAt'; value: Date | null; result: FormResult }) {
  const t = useWords()
  return (
    <Field name={name} label={t(`polls.fields.${name}`)} hint={t(`polls.fields.${name}-hint`)} result={result}>
      {(wiring) => (
        <input
          {...wiring}
          type="datetime-local"
          dir="ltr"
          defaultValue={typed(result, name, value ? wallClock(value) : '')}
        />
      )}
    </Field>
  )
}
