import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BoardHead } from '#app/components/board-head'
import { Field } from '#app/components/fields'
import { Form } from '#app/components/form'
import { FormErrors } from '#app/components/form-errors'
import { WayBack } from '#app/components/way-back'
import { registrarPage, saveCredentials } from '#app/domain/polls/secret/registrar.server'
import { useWords } from '#app/i18n/use-words'
import { fileForm } from '#app/web/file-form.server'
import { page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => ({
  ...(await registrarPage(actor, param('pollId'))),
  title: t('secret.registrar.title'),
}))

export const action = fileForm('file', async ({ actor, param, file }) => {
  await saveCredentials(actor, param('pollId'), file)
  return go(`/polls/${param('pollId')}/registrar`, { key: 'secret.registrar.taken', kind: 'done' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Registrar() {
  const { id, uuid, question, address, language, people, kept, print, head, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="narrow">
      <WayBack to={`/polls/${id}/trustees`}>{t('secret.registrar.back')}</WayBack>
      <h1>{title}</h1>
      <p lang={language} dir="auto">
        <strong>{question}</strong>
      </p>
      <p>{t('secret.registrar.about')}</p>
      <h2>{t('secret.registrar.first')}</h2>
      <p>{t('secret.registrar.people', { count: people })}</p>
      <Form method="post" action={`/polls/${id}/registrar/people`} reloadDocument>
        <button className="quiet-button">{t('secret.registrar.take-people')}</button>
      </Form>
      <h2>{t('secret.registrar.second')}</h2>
      <p>{t('secret.registrar.command')}</p>
      <pre className="command" dir="ltr">
        <code>{`npm run -s registrar -- --uuid ${uuid} --voters ${uuid}-people.txt --letters ${address} --out ${uuid}`}</code>
      </pre>
      <p>{t('secret.registrar.files', { uuid })}</p>
      <h2>{t('secret.registrar.third')}</h2>
      {kept > 0 && (
        <div className={kept === people ? 'notice done' : 'notice time'}>
          <p>
            {t(kept === people ? 'secret.registrar.kept' : 'secret.registrar.kept-others', { count: kept, people })}
          </p>
          <p>
            {t('secret.registrar.print')} <code dir="ltr">{print}</code>
          </p>
        </div>
      )}
      <Form method="post" encType="multipart/form-data">
        <FormErrors result={result} />
        <Field name="file" label={t('secret.registrar.file')} result={result}>
          {(wiring) => <input {...wiring} type="file" accept=".pubcreds,application/json" />}
        </Field>
        <button className="button">{t('secret.registrar.give')}</button>
      </Form>
      <BoardHead pollId={id} head={head} />
    </div>
  )
}
