import { type RefObject, useEffect, useState } from 'react'
import { Link } from '#app/components/link'
import type { Similar } from '#app/domain/proposals/similar.server'
import { useWords } from '#app/i18n/use-words'

const restAfterTyping = 600

/** Proposals like the title being written: below the form, so that nothing moves under the fingers. */
export function SimilarProposals({
  first,
  form,
  exceptId,
}: {
  first: Similar[]
  form: RefObject<HTMLFormElement>
  exceptId: string
}) {
  const t = useWords()
  const [found, setFound] = useState(first)
  useEffect(() => {
    const field = form.current?.elements.namedItem('title')
    if (!(field instanceof HTMLInputElement)) return
    let timer = 0
    const ask = async () => {
      const query = new URLSearchParams({ words: field.value, except: exceptId })
      const response = await fetch(`/proposals/similar?${query}`).catch(() => null)
      // Somebody whose sign-in ended is led elsewhere, and is told by the saved mark.
      if (response?.ok && !response.redirected) setFound((await response.json()) as Similar[])
    }
    const typed = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(ask, restAfterTyping)
    }
    field.addEventListener('input', typed)
    return () => {
      field.removeEventListener('input', typed)
      window.clearTimeout(timer)
    }
  }, [form, exceptId])
  return (
    <section aria-live="polite">
      {found.length > 0 && (
        <div className="notice">
          <h2>{t('proposals.similar')}</h2>
          <p>{t('proposals.similar-hint')}</p>
          <ul>
            {found.map(({ id, title, territoryName, language, supports }) => (
              <li key={id}>
                <Link to={`/proposals/${id}`} target="_blank" lang={language} dir="auto">
                  {title}
                </Link>{' '}
                <span className="meta">
                  <bdi>{territoryName}</bdi> · {t('shell.supports', { count: supports })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
