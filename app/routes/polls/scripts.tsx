import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { boothScripts } from '#app/booth/scripts.server'
import { WayBack } from '#app/components/way-back'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ t }) => ({ scripts: boothScripts(), title: t('secret.scripts.title') }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Scripts() {
  const { scripts, title } = useLoaderData<typeof loader>()
  const t = useWords()
  const reading = useLanguage()
  return (
    <div className="narrow">
      <WayBack to="/polls">{t('shell.polls')}</WayBack>
      <h1>{title}</h1>
      <p>{t('secret.scripts.about')}</p>
      <dl className="seed">
        {Object.entries(scripts).map(([name, { file, bytes, sha256, integrity }]) => (
          <div key={name}>
            <dt>
              {t(`secret.scripts.${name}`)}: <a href={`/booth/${file}`}>{file}</a> ({formatNumber(bytes, reading)} byte)
            </dt>
            <dd dir="ltr">
              <code>{sha256}</code>
            </dd>
            <dd dir="ltr">
              <code>{integrity}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('secret.scripts.how')}</p>
      <pre className="command" dir="ltr">
        <code>{`sha256sum ${Object.values(scripts)
          .map(({ file }) => file)
          .join(' ')}`}</code>
      </pre>
      <p>
        <a href="/polls/scripts.json">scripts.json</a>
      </p>
    </div>
  )
}
