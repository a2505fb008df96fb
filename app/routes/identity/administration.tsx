import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { hasRoleSomewhere } from '#app/domain/authorization'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { signedIn } from './browser'

export const loader = page(async ({ actor, t }) => {
  insist(hasRoleSomewhere(signedIn(actor), 'administrator') || 'forbidden')
  return { title: t('shell.administration') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

const places = [
  ['/admin/roles', 'identity.roles.title', 'identity.roles.text'],
  ['/admin/offices', 'offices.title', 'identity.admin.offices'],
  ['/territories', 'shell.territories', 'identity.admin.territories'],
  ['/desk/associations', 'associations.queue.title', 'identity.admin.associations'],
  ['/moderation/register', 'shell.moderation-register', 'identity.admin.moderation'],
] as const

export default function Administration() {
  const { title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <h1>{title}</h1>
      <ul className="cards">
        {places.map(([path, name, text]) => (
          <li key={path}>
            <div className="card">
              <h2>
                <Link to={path}>{t(name)}</Link>
              </h2>
              <p>{t(text)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
