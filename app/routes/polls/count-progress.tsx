import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useWords } from '#app/i18n/use-words'

type Props = { doing: 'collecting' | 'counting'; percent: number }

const seconds = 4

/** How far a long count is; whoever leaves finds it further on. Without scripts, the page says it anew when it is loaded. */
export function CountProgress({ doing, percent }: Props) {
  const t = useWords()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const clock = setInterval(revalidate, seconds * 1000)
    return () => clearInterval(clock)
  }, [revalidate])
  const label = t(`polls.progress.${doing}`, { percent })
  return (
    <p className="progress">
      <span>{label}</span>
      <progress value={percent} max={100} aria-label={label} />
    </p>
  )
}
