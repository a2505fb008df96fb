import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Link } from '#app/components/link'
import { env } from '#app/env.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

/** The same for everybody: it does not say whether the address was known. */
export const loader = page(async ({ t }) => ({
  outbox: env.demonstration && !env.SMTP_URL,
  title: t('identity.sent.title'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Sent() {
  const { outbox, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>{t('identity.sent.text')}</p>
      <p className="hint">{t('identity.sent.hint')}</p>
      {outbox && (
        <p className="notice">
          {t('identity.sent.demonstration')} <Link to="/dev/outbox">{t('shell.outbox')}</Link>
        </p>
      )}
    </div>
  )
}
