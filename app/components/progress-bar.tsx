import { useWords } from '#app/i18n/use-words'

/** "184 sostegni su 300", with a bar. */
export function SupportProgress({ count, threshold }: { count: number; threshold: number | null }) {
  const t = useWords()
  if (!threshold) return <p className="progress">{t('shell.supports', { count })}</p>
  return (
    <p className="progress">
      <span>{t('shell.supports-of', { count, threshold })}</span>
      <progress value={Math.min(count, threshold)} max={threshold} aria-hidden="true" />
    </p>
  )
}
