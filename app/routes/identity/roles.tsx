import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SelectField, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { GrantRoleForm } from '#app/domain/identity/forms'
import { grantRole, rolesUnder } from '#app/domain/identity/grant-roles.server'
import { roleKinds } from '#app/domain/identity/roles'
import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './browser'

export const loader = page(async ({ actor, t }) => ({
  ...(await rolesUnder(signedIn(actor))),
  today: new Date().toISOString().slice(0, 10),
  title: t('identity.roles.title'),
}))

export const action = form(GrantRoleForm, async ({ actor, values }) => {
  await grantRole(actor, values)
  return go('/admin/roles', { key: 'identity.notice.role-granted' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Roles() {
  const { roles, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <WayBack to="/admin">{t('shell.administration')}</WayBack>
      <h1>{title}</h1>
      <p>{t('identity.roles.text')}</p>
      <Grant />
      <h2>{t('identity.roles.held')}</h2>
      <ul className="cards">
        {roles.map(({ id, kind, person, territory, startsOn, endsOn, grantedBy }) => (
          <li key={id}>
            <div className="card">
              <h3>
                {t(`identity.role.${kind}`)} · {territory.name}
              </h3>
              <p>
                <bdi>{person.realName ?? person.pseudonym}</bdi> · <bdi dir="ltr">{person.email}</bdi>
              </p>
              <p className="meta">
                {t('identity.roles.from', { date: formatDate(startsOn, language, 'short') })}
                {endsOn && ` · ${t('identity.roles.to', { date: formatDate(endsOn, language, 'short') })}`}
                {grantedBy && ` · ${t('identity.roles.by', { name: grantedBy.pseudonym })}`}
              </p>
              <Link to={`/admin/roles/${id}/end`} className="quiet-button">
                {t('identity.roles.end')}
                <span className="visually-hidden">
                  : {t(`identity.role.${kind}`)} <bdi>{person.pseudonym}</bdi>
                </span>
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Grant() {
  const { territories, today, roles } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const labels = {
    email: t('identity.email'),
    kind: t('identity.roles.kind'),
    territoryId: t('identity.roles.territory'),
    startsOn: t('identity.roles.starts-on'),
    endsOn: t('identity.roles.ends-on'),
  }
  return (
    <Form method="post" className="card narrow" key={roles.length}>
      <h2>{t('identity.roles.give')}</h2>
      <FormErrors result={result} labels={labels} />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        hint={t('identity.roles.email-hint')}
        required
        result={result}
      />
      <SelectField
        name="kind"
        label={labels.kind}
        options={roleKinds.map((kind) => ({ value: kind, label: t(`identity.role.${kind}`) }))}
        result={result}
      />
      <SelectField
        name="territoryId"
        label={labels.territoryId}
        options={territories.map(({ id, name, kind }) => ({
          value: id,
          label: `${name} · ${t(`territories.kind.${kind}`)}`,
        }))}
        result={result}
      />
      <TextField name="startsOn" type="date" label={labels.startsOn} value={today} required result={result} />
      <TextField
        name="endsOn"
        type="date"
        label={labels.endsOn}
        hint={t('identity.roles.ends-on-hint')}
        result={result}
      />
      <button className="button">{t('identity.roles.give')}</button>
    </Form>
  )
}
