import { Form } from '#app/components/form'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'

const steps = ['certificate', 'dealing', 'holding'] as const

type Shown = { number: number; name: string; given: number }
type Props = { pollId: string; address: string; step: string; trustees: Shown[] }

/** How far the trustees are with their key, and whom all wait for. */
export function Ceremony({ pollId, address, step, trustees }: Props) {
  const t = useWords()
  const language = useLanguage()
  const at = step === 'complete' ? steps.length : steps.indexOf(step as (typeof steps)[number])
  const awaited = trustees.filter(({ given }) => given <= at && step !== 'complete').map(({ name }) => name)
  return (
    <section aria-labelledby="ceremony">
      <h2 id="ceremony">{t('secret.ceremony.title')}</h2>
      {step === 'complete' ? (
        <p className="notice done">{t('secret.ceremony.complete')}</p>
      ) : (
        <p className="notice time">{t('secret.ceremony.awaited', { names: listed(awaited, language) })}</p>
      )}
      <div className="table-wrap">
        <table className="cards-when-narrow">
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
                  <td key={one} data-label={t(`secret.step.${one}`)}>
                    {t(given > place ? 'secret.ceremony.given' : 'secret.ceremony.not-given')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {t('secret.ceremony.address')} <code dir="ltr">{address}</code>
      </p>
      <Form method="post" action={`/polls/${pollId}/trustees/anew`}>
        <button className="quiet-button">{t('secret.ceremony.anew')}</button>
      </Form>
    </section>
  )
}
