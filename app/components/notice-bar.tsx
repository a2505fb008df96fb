import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words'

export type ShownNotice = { key: string; values?: Record<string, string | number>; kind?: 'done' | 'refused' }

/** What just happened, after a redirect: it stays while the page is refreshed, and goes with it. */
export function NoticeBar({ notice }: { notice: ShownNotice | null }) {
  const t = useWords()
  const shown = useKept(notice)
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
    if (notice) document.cookie = 'notice=; Path=/; Max-Age=0'
  }, [notice])
  if (!shown) return null
  const refused = shown.kind === 'refused'
  return (
    <div className={refused ? 'notice refused' : 'notice done'} role={refused ? 'alert' : 'status'}>
      <p>
        <strong>{t(refused ? 'shell.refused' : 'shell.done')}</strong> {t(shown.key, shown.values)}
      </p>
    </div>
  )
}

/** A refresh brings no notice, or a newer one; another page begins with its own. */
function useKept(notice: ShownNotice | null) {
  const { key } = useLocation()
  const [kept, keep] = useState({ key, notice })
  const fresh = notice ?? (kept.key === key ? kept.notice : null)
  if (kept.key !== key || kept.notice !== fresh) keep({ key, notice: fresh })
  return fresh
}
