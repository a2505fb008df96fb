import { usePlaceName } from '#app/components/place-name'
import { listed } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { type Document, Documents } from './documents'
import { runtsInWords } from './runts-section'

type Papers = {
  id: string
  name: string
  legalForm: string | null
  taxCode: string | null
  runtsNumber: string | null
  runtsSection: string | null
  regionalRegister: string | null
  nationalRegister: string | null
  address: string | null
  seat: { name: string } | null
  territories: { name: string; kind: string }[]
  languages: string[]
  description: string
  language: string
  email: string | null
  phone: string | null
  website: string | null
  documents: Document[]
}

/** Everything that was written, as its office reads it: form and documents side by side when there is room. */
export function PapersInWords({ papers, beside }: { papers: Papers; beside?: boolean }) {
  const t = useWords()
  const reading = useLanguage()
  const placeName = usePlaceName()
  const spoken = papers.languages.map((one) => t(`associations.language.${one}`))
  const lines: [name: string, value: string | null, language?: string][] = [
    [t('associations.name'), papers.name],
    [t('associations.legal-form'), papers.legalForm && t(`associations.form.${papers.legalForm}`)],
    [t('associations.tax-code'), papers.taxCode],
    [t('associations.runts'), runtsInWords(t, papers)],
    [t('associations.regional-register'), papers.regionalRegister],
    [t('associations.national-register'), papers.nationalRegister],
    [t('associations.seat'), papers.seat?.name ?? null],
    [t('associations.address'), papers.address],
    [t('associations.territories'), listed(papers.territories.map(placeName), reading)],
    [t('associations.languages'), listed(spoken, reading)],
    [t('associations.description'), papers.description, papers.language],
    [t('associations.email'), papers.email],
    [t('associations.phone'), papers.phone],
    [t('associations.website'), papers.website],
  ]
  return (
    <div className={beside ? 'columns even' : undefined}>
      <dl className="facts">
        {lines.map(([name, value, language]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value ? (
                <bdi lang={language}>{value}</bdi>
              ) : (
                <span className="meta">{t('associations.not-written')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="documents">
        <h2 id="documents">{t('associations.steps.documents')}</h2>
        <Documents associationId={papers.id} documents={papers.documents} />
      </section>
    </div>
  )
}
