import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Choices, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { InviteForm } from '#app/domain/associations/forms'
import { inviteTo } from '#app/domain/associations/mandates.server'
import { mandatesOf } from '#app/domain/associations/queries.server'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { MandateCard } from './mandate-card'
import { signedIn } from './signed-in'

export const loader = page(async ({ actor, param, t }) => ({
  id: param('associationId'),
  ...(await mandatesOf(signedIn(actor), param('associationId'))),
  title: t('associations.mandates.title'),
}))

export const action = form(InviteForm, async ({ actor, param, values }) => {
  const id = param('associationId')
  await inviteTo(signedIn(actor), id, values)
  return go(`/associations/${id}/mandates`, { key: 'associations.notice.invited', values: { email: values.email } })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.name} · Agorà` }]

export default function Mandates() {
  const { id, name, mandates, can, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <WayBack to="/account/associations">{t('identity.account.associations')}</WayBack>
      <p className="meta">
        <bdi>{name}</bdi>
      </p>
      <h1>{title}</h1>
      <p>{t('associations.mandates.text')}</p>
      <ul className="cards">
        {mandates.map((mandate) => (
          <li key={mandate.id}>
            <MandateCard associationId={id} mandate={mandate} />
          </li>
        ))}
      </ul>
      {(can.invite === true || can.inviteRepresentative === true) && <Invite />}
    </>
  )
}

function Invite() {
  const { can, mandates } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const kinds =
    can.invite === true ? (['delegate', 'member', 'representative'] as const) : (['representative'] as const)
  const labels = {
    email: t('associations.mandates.email'),
    kind: t('associations.mandates.kind'),
    startsOn: t('associations.mandates.starts-on'),
    endsOn: t('associations.mandates.ends-on'),
  }
  return (
    <Form method="post" className="card narrow" key={mandates.length}>
      <h2>{t('associations.mandates.invite')}</h2>
      <FormErrors result={result} labels={labels} />
      <TextField name="email" type="email" label={labels.email} required result={result} />
      <Choices
        name="kind"
        legend={labels.kind}
        value={kinds[0]}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`associations.mandate.${kind}`),
          hint: t(`associations.mandate-hint.${kind}`),
        }))}
        result={result}
      />
      <TextField
        name="startsOn"
        type="date"
        label={labels.startsOn}
        hint={t('associations.mandates.starts-on-hint')}
        result={result}
      />
      <TextField
        name="endsOn"
        type="date"
        label={labels.endsOn}
        hint={t('associations.mandates.ends-on-hint')}
        result={result}
      />
      <button className="button">{t('associations.mandates.send')}</button>
    </Form>
  )
}
