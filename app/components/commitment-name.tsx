import { useWords } from '#app/i18n/use-words'

type Named = { title: string | null; language: string | null }

/** What was promised, in the language of the promise; nothing of one whose words moderators have hidden. */
export function CommitmentName({ commitment: { title, language } }: { commitment: Named }) {
  const t = useWords()
  if (title === null) return <p>{t('answers.commitment.hidden-title')}</p>
  return (
    <p lang={language ?? undefined} dir="auto">
      {title}
    </p>
  )
}
