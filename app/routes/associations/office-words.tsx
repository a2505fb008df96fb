import { useWords } from '#app/i18n/use-words'

type Decided = { verification: string; verificationNote: string | null }

/** What is missing, or why it was refused or suspended, in the officer's words. */
export function OfficeWords({ papers }: { papers: Decided }) {
  const t = useWords()
  const { verification, verificationNote } = papers
  if (!verificationNote || !['incomplete', 'refused', 'suspended'].includes(verification)) return null
  return (
    <div className="notice time">
      <p>
        <strong>{t(`associations.office-says.${verification}`)}</strong>
      </p>
      <blockquote dir="auto" className="paragraphs">
        {verificationNote}
      </blockquote>
    </div>
  )
}
