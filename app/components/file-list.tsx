import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Form } from './form'

export type ListedFile = { id: string; name: string; mediaType: string; size: number }

/** Files with what they are and how heavy, so that nobody spends data without knowing. */
export function FileList({ files, removal }: { files: ListedFile[]; removal?: (fileId: string) => string }) {
  const t = useWords()
  const language = useLanguage()
  if (files.length === 0) return null
  return (
    <ul className="file-list">
      {files.map(({ id, name, mediaType, size }) => (
        <li key={id}>
          <a href={`/files/${id}`}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span className="meta" dir="ltr">
            {mediaType === 'application/pdf' ? 'PDF' : mediaType.replace('image/', '').toUpperCase()},{' '}
            {formatNumber(Math.max(1, Math.round(size / 1024)), language)} kB
          </span>
          {removal && (
            <Form method="post" action={removal(id)}>
              <button className="quiet-button">
                {t('proposals.remove-file')} <span className="visually-hidden">{name}</span>
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
