import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Choices, Field, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { type FormResult, typed } from '#app/components/form-result'
import { Link } from '#app/components/link'
import { useChanges } from '#app/components/live'
import { OpenedBy } from '#app/components/opened-by'
import { PollWizard } from '#app/components/poll-wizard'
import { mostTrustees, safeMinimum, TrusteesForm } from '#app/domain/polls/secret/forms'
import { saveTrustees } from '#app/domain/polls/secret/setup.server'
import { ceremonyState } from '#app/domain/polls/secret/trustees.server'
import { draftPage } from '#app/domain/polls/wizard.server'
import { useWords } from '#app/i18n/use-words'
import type { Words } from '#app/i18n/words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { Ceremony } from './ceremony'

export const loader = page(async ({ actor, param, t }) => {
  const { id, round, secret, head } = await draftPage(actor, param('pollId'))
  const ceremony = await ceremonyState(id, round)
  return {
    id,
    secret: secret ?? null,
    head,
    ceremony,
    title: t('polls.wizard.trustees'),
  }
})

export const action = form(TrusteesForm, async ({ actor, param, values }) => {
  await saveTrustees(actor, param('pollId'), values)
  return go(`/polls/${param('pollId')}/trustees`, { key: 'secret.setup.saved', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Trustees() {
  const { id, secret, head, ceremony, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    trustees: trusteeLabels(t),
    threshold: t('secret.setup.threshold'),
    minimum: t('secret.setup.minimum'),
    credentials: t('secret.setup.credentials'),
  }
  const { revalidate } = useRevalidator()
  useChanges({ kind: 'poll', id }, revalidate)
  // Three to begin with, then always one more
  const lines = Math.min(mostTrustees, Math.max(3, ceremony.trustees.length + 1))
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <PollWizard current="trustees" pollId={id} secret />
      <p>{t('secret.setup.about')}</p>
      {secret && <OpenedBy secret={secret} t={t} />}
      {secret && ceremony.step && (
        <Ceremony pollId={id} address={ceremony.address} step={ceremony.step} trustees={ceremony.trustees} />
      )}
      {secret?.credentials === 'registrar' && (
        <section aria-labelledby="registrar">
          <h2 id="registrar">{t('secret.registrar.title')}</h2>
          <p className={secret.credentialsKept > 0 ? 'notice done' : 'notice time'}>
            {secret.credentialsKept > 0
              ? t('secret.registrar.received', { count: secret.credentialsKept })
              : t('refusals.poll.secret-needs-credentials')}
          </p>
          <p>
            <Link className="quiet-button" to={`/polls/${id}/registrar`}>
              {t('secret.registrar.open')}
            </Link>
          </p>
        </section>
      )}
      <Form method="post">
        <FormErrors result={result} labels={labels} />
        <h2>{t('secret.setup.trustees')}</h2>
        <p className="hint">{t('secret.setup.trustees-hint', { most: mostTrustees })}</p>
        {Array.from({ length: lines }, (_, at) => (
          <TrusteeLine key={String(at)} at={at} known={ceremony.trustees[at]} result={result} />
        ))}
        <TextField
          name="threshold"
          label={labels.threshold}
          hint={t('secret.setup.threshold-hint')}
          type="number"
          min={1}
          value={String(secret?.threshold ?? 2)}
          result={result}
          required
        />
        <TextField
          name="minimum"
          label={labels.minimum}
          hint={t('secret.setup.minimum-hint', { count: safeMinimum })}
          type="number"
          min={1}
          value={String(secret?.minimum ?? safeMinimum)}
          result={result}
          required
        />
        <label className="choice">
          <input
            type="checkbox"
            name="fewIsKnown"
            id="fewIsKnown"
            defaultChecked={(secret?.minimum ?? safeMinimum) < safeMinimum}
          />
          <span>{t('secret.setup.few-is-known')}</span>
        </label>
        <Choices
          name="credentials"
          legend={labels.credentials}
          value={secret?.credentials ?? 'server'}
          result={result}
          options={(['server', 'registrar'] as const).map((value) => ({
            value,
            label: t(`secret.setup.${value}`),
            hint: t(`secret.made-by.${value}`),
          }))}
        />
        <div className="actions">
          <button className="button">{t('secret.setup.save')}</button>
          {secret && (
            <a className="quiet-button" href={`/polls/${id}/summary`}>
              {t('polls.wizard.summary')}
            </a>
          )}
        </div>
      </Form>
      <BoardHead pollId={id} head={head} />
    </div>
  )
}

const trusteeLabels = (t: Words) => ({
  line: (at: number) => t('secret.setup.trustee', { number: at + 1 }),
  parts: { name: t('secret.setup.name'), email: t('secret.setup.email') },
})

type Known = { name: string; email: string | null } | undefined

function TrusteeLine({ at, known, result }: { at: number; known: Known; result: FormResult }) {
  const { line, parts } = trusteeLabels(useWords())
  const [name, email] = [`trustees[${at}].name`, `trustees[${at}].email`]
  return (
    <fieldset className="trustee-line">
      <legend>{line(at)}</legend>
      <Field name={name} label={parts.name} result={result}>
        {(wiring) => <input {...wiring} dir="auto" maxLength={80} defaultValue={typed(result, name, known?.name)} />}
      </Field>
      <Field name={email} label={parts.email} result={result}>
        {(wiring) => (
          <input {...wiring} type="email" dir="ltr" maxLength={254} defaultValue={typed(result, email, known?.email)} />
        )}
      </Field>
    </fieldset>
  )
}
