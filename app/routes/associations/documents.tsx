import { Link } from '#app/components/link'
import { formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

export type Document = {
  id: string
  name: string
  mediaType: string
  size: number
  width: number | null
  height: number | null
}

type Props = { associationId: string; documents: Document[]; removable?: boolean }

/** Documents of an association: pictures are shown, the rest is saved and opened. */
export function Documents({ associationId, documents, removable }: Props) {
  const t = useWords()
  const language = useLanguage()
  if (documents.length === 0) return <p className="empty">{t('associations.documents.none')}</p>
  return (
    <ul className="documents">
      {documents.map(({ id, name, mediaType, size, width, height }) => (
        <li key={id} className="card">
          {mediaType.startsWith('image/') && (
            <img
              src={`/files/${id}`}
              alt={name}
              width={width ?? undefined}
              height={height ?? undefined}
              loading="lazy"
            />
          )}
          <p>
            <a href={`/files/${id}`}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span className="meta">
              {t(mediaType === 'application/pdf' ? 'associations.documents.pdf' : 'associations.documents.image')},{' '}
              {formatNumber(Math.ceil(size / 1024), language)} kB
            </span>
          </p>
          {removable && (
            <p>
              <Link
                className="danger-button"
                to={`/associations/${associationId}/registration/documents/${id}/removal`}
              >
                {t('associations.documents.remove')}
                <span className="visually-hidden">
                  : <bdi>{name}</bdi>
                </span>
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
