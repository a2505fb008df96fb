import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { makeCodes } from '#app/domain/polls/codes.server'
import { CodesForm } from '#app/domain/polls/forms'
import { pollPage } from '#app/domain/polls/queries.server'
import { insist } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, question, language, can, roll } = await pollPage(actor, param('pollId'))
  insist(can.manage)
  return { id, question, language, roll, title: t('polls.codes.title') }
})

export const action = form(CodesForm, async ({ actor, param, values }) => ({
  codes: await makeCodes(actor, param('pollId'), values.howMany),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

/** The codes are on this page once; printing it is the only copy. */
export default function Codes() {
  const { id, question, language, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const codes = result && 'codes' in result ? result.codes : null
  const refused = result && !('codes' in result) ? result : undefined
  return (
    <>
      <WayBack to={`/polls/${id}`}>{t('polls.back')}</WayBack>
      <h1>{title}</h1>
      <p lang={language} dir="auto">
        <strong>{question}</strong>
      </p>
      {codes ? (
        <>
          <p className="notice time">{t('polls.codes.once', { count: codes.length })}</p>
          <ul className="receipts printed-codes" dir="ltr">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Form method="post" className="narrow">
          <FormErrors result={refused} />
          <TextField name="howMany" label={t('polls.codes.how-many')} type="number" min={1} result={refused} required />
          <button className="button">{t('polls.codes.make')}</button>
        </Form>
      )}
    </>
  )
}
