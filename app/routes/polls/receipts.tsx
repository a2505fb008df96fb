import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WayBack } from '#app/components/way-back'
import { receiptsOf } from '#app/domain/polls/results.server'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param, t }) => ({
  id: param('pollId'),
  receipts: await receiptsOf(param('pollId')),
  title: t('polls.receipts.title'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Receipts() {
  const { id, receipts, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <WayBack to={`/polls/${id}/results`}>{t('polls.why.back')}</WayBack>
      <h1>{title}</h1>
      <p>{t('polls.receipts.about', { count: receipts.length })}</p>
      <ul className="receipts" dir="ltr">
        {receipts.map((code) => (
          <li key={code} id={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
