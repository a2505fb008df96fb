import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { isLanguage } from '#app/domain/languages'
import { formatDate } from '#app/i18n/formats'
import { ownNames } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Headed = {
  id: string
  title: string
  language: string
  topic: string | null
  territoryName: string
  territorySlug: string
  authorName: string
  associationId: string | null
  associationName: string | null
  coAuthors: { id: string; name: string | null }[]
  publishedAt: Date | string | null
  imported: boolean
}

/** Where it belongs, what it is called, and who speaks. */
export function ProposalHead({ proposal }: { proposal: Headed }) {
  const t = useWords()
  const language = useLanguage()
  const others = proposal.coAuthors.filter(({ name }) => name !== null)
  return (
    <header>
      <WayBack to={`/territories/${proposal.territorySlug}`}>
        {t('proposals.forum-of', { name: proposal.territoryName })}
      </WayBack>
      <h1 lang={proposal.language} dir="auto">
        {proposal.title || t('proposals.hidden-title')}
      </h1>
      <p className="meta">
        <bdi>{proposal.authorName}</bdi>
        {others.map(({ id, name }) => (
          <span key={id}>
            , <bdi>{name}</bdi>
          </span>
        ))}
        {proposal.associationId && (
          <>
            {' '}
            {t('discussion.for-association')}{' '}
            <Link to={`/associations/${proposal.associationId}`}>
              <bdi>{proposal.associationName}</bdi>
            </Link>
          </>
        )}
        {proposal.publishedAt && ` · ${formatDate(proposal.publishedAt, language)}`}
        {proposal.topic && (
          <>
            {' · '}
            <Link to={`/proposals?topic=${proposal.topic}`}>{t(`proposals.topic.${proposal.topic}`)}</Link>
          </>
        )}
        {isLanguage(proposal.language) && ` · ${ownNames[proposal.language]}`}
        {proposal.imported && ` · ${t('proposals.imported')}`}
      </p>
    </header>
  )
}
