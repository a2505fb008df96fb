import { Form } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words'

const steps = ['certificate', 'dealing', 'holding'] as const

type Shown = { number: number; name: string; given: number }

/** How far the trustees are with their key, and whom all wait for. */
export function Ceremony({ pollId, step, trustees }: { pollId: string; step: string; trustees: Shown[] }) {
  const t = useWords()
  const at = step === 'complete' ? steps.length : steps.indexOf(step as (typeof steps)[number])
  const awaited = trustees.filter(({ given }) => given <= at && step !== 'complete').map(({ name }) => name)
  return (
    <section aria-labelledby="ceremony">
      <h2 id="ceremony">{t('secret.ceremony.title')}</h2>
      {step === 'complete' ? (
        <p className="notice done">{t('secret.ceremony.complete')}</p>
      ) : (
        <p className="notice time">{t('secret.ceremony.awaited', { names: awaited.join(', ') })}</p>
      )}
      <div className="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('secret.ceremony.who')}</th>
              {steps.map((name) => (
                <th scope="col" key={name}>
                  {t(`secret.step.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trustees.map(({ number, name, given }) => (
              <tr key={number}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                {steps.map((one, place) => (
                  <td key={one}>{t(given > place ? 'secret.ceremony.given' : 'secret.ceremony.not-given')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {t('secret.ceremony.address')} <code dir="ltr">/polls/{pollId}/trustee</code>
      </p>
      <Form method="post" action={`/polls/${pollId}/trustees/anew`}>
        <button className="quiet-button">{t('secret.ceremony.anew')}</button>
      </Form>
    </section>
  )
}

/** What the registrar needs, and where the list of public halves is given to the platform. */
export function RegistrarsList({ pollId, uuid, kept }: { pollId: string; uuid: string; kept: number }) {
  const t = useWords()
  return (
    <section aria-labelledby="registrar">
      <h2 id="registrar">{t('secret.registrar.title')}</h2>
      <p>{t('secret.registrar.about')}</p>
      <pre dir="ltr">
        <code>{`npm run -s registrar -- --uuid ${uuid} --voters people.txt --out FOLDER`}</code>
      </pre>
      {kept > 0 && <p className="notice done">{t('secret.registrar.kept', { count: kept })}</p>}
      <Form method="post" action={`/polls/${pollId}/trustees/list`} encType="multipart/form-data">
        <label htmlFor="file">{t('secret.registrar.file')}</label>
        <input type="file" id="file" name="file" accept=".pubcreds,application/json" />
        <label htmlFor="list">{t('secret.registrar.list')}</label>
        <textarea id="list" name="list" rows={3} dir="ltr" />
        <button className="button">{t('secret.registrar.give')}</button>
      </Form>
    </section>
  )
}
