import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
import { endRole, rolesUnder } from '#app/domain/identity/grant-roles.server'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'
import { signedIn } from './browser'

export const loader = page(async ({ actor, param, t }) => {
  const { roles } = await rolesUnder(signedIn(actor))
  return { role: found(roles.find(({ id }) => id === param('roleId')) ?? null), title: t('identity.roles.end-title') }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  await endRole(actor, param('roleId'))
  return go('/admin/roles', { key: 'identity.notice.role-ended' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function RoleEnd() {
  const { role, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const { kind, person, territory } = role
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <strong>
          {t(`identity.role.${kind}`)} · {territory.name}
        </strong>{' '}
        · <bdi>{person.realName ?? person.pseudonym}</bdi> · <bdi dir="ltr">{person.email}</bdi>
      </p>
      <p>{t('identity.roles.end-text')}</p>
      <ActForm result={result} button={t('identity.roles.end-yes')} danger back="/admin/roles" />
    </div>
  )
}
