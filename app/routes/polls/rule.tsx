import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { BoardHead } from '#app/components/board-head'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { PollWizard } from '#app/components/poll-wizard'
import { RulePicture } from '#app/components/rule-picture'
import { saveRule } from '#app/domain/polls/drafts.server'
import { RuleForm } from '#app/domain/polls/forms'
import { offeredRules, type RuleName, ruleGroups, ruleOf } from '#app/domain/polls/rules'
import { draftPage } from '#app/domain/polls/wizard.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, rule, mode, head } = await draftPage(actor, param('pollId'))
  return { id, rule, mode, head, title: t('polls.wizard.rule') }
})

export const action = form(RuleForm, async ({ actor, param, values }) => {
  await saveRule(actor, param('pollId'), values.rule)
  return go(`/polls/${param('pollId')}/options`)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Rule() {
  const { id, rule, mode, head, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <PollWizard current="rule" pollId={id} secret={mode === 'secret'} />
      <Form method="post">
        <FormErrors result={result} />
        <fieldset className="field" id="rule">
          <legend>{t('polls.fields.rule')}</legend>
          <Rules rare={false} chosen={rule} />
          <details className="rare-rules" open={ruleOf(rule).rare}>
            <summary>{t('polls.rule-group.rare')}</summary>
            <Rules rare chosen={rule} />
          </details>
        </fieldset>
        <button className="button">{t('polls.wizard.next')}</button>
      </Form>
      {mode === 'secret' && <BoardHead pollId={id} head={head} />}
    </div>
  )
}

/** By what one asks for; the common ones stand apart from those that few need. */
function Rules({ rare, chosen }: { rare: boolean; chosen: RuleName }) {
  const t = useWords()
  return ruleGroups.map((group) => (
    <Fragment key={group}>
      <h2 className="rule-group">{t(`polls.rule-group.${group}`)}</h2>
      {offeredRules
        .filter((name) => ruleOf(name).group === group && (ruleOf(name).rare ?? false) === rare)
        .map((name) => (
          <label key={name} className="choice rule-choice">
            <input type="radio" name="rule" value={name} defaultChecked={name === chosen} />
            <span>
              <strong>{t(`polls.rule.${name}.name`)}</strong>
              <small>{t(`polls.rule.${name}.does`)}</small>
            </span>
            <RulePicture rule={name} />
          </label>
        ))}
    </Fragment>
  ))
}
