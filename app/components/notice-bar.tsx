import { useWords } from '#app/i18n/use-words'

export type ShownNotice = { key: string; values?: Record<string, string | number>; kind?: 'done' | 'refused' }

/** What just happened, after a redirect. */
export function NoticeBar({ notice }: { notice: ShownNotice }) {
  const t = useWords()
  const refused = notice.kind === 'refused'
  return (
    <div className={refused ? 'notice refused' : 'notice done'} role={refused ? 'alert' : 'status'}>
      <p>
        <strong>{t(refused ? 'shell.refused' : 'shell.done')}</strong> {t(notice.key, notice.values)}
      </p>
    </div>
  )
}
