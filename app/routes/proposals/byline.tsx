import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

export type Signed = {
  authorName: string
  associationId: string | null
  associationName: string | null
  coAuthors: { id: string; name: string | null }[]
}

/** Who wrote it: whoever began it, for their association where they act for one, and each co-author for themselves. */
export function Byline({ proposal }: { proposal: Signed }) {
  const t = useWords()
  const others = proposal.coAuthors.filter(({ name }) => name !== null)
  return (
    <>
      <bdi>{proposal.authorName}</bdi>
      {proposal.associationId && (
        <>
          {' '}
          {t('discussion.for-association')}{' '}
          <Link to={`/associations/${proposal.associationId}`}>
            <bdi>{proposal.associationName}</bdi>
          </Link>
        </>
      )}
      {others.map(({ id, name }) => (
        <span key={id}>
          , <bdi>{name}</bdi>
        </span>
      ))}
    </>
  )
}
