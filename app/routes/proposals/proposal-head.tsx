import { Link } from '#app/components/link'
import { WayBack } from '#app/components/way-back'
import { isLanguage } from '#app/domain/languages'
import { formatDate } from '#app/i18n/formats'
import { ownNames } from '#app/i18n/languages'
import { useLanguage, useWords } from '#app/i18n/use-words'
import { Byline, type Signed } from './byline'

type Headed = Signed & {
  id: string
  title: string
  language: string
  topic: string | null
  territoryName: string
  territorySlug: string
  publishedAt: Date | string | null
  imported: boolean
}

/** Where it belongs, what it is called, and who speaks. */
export function ProposalHead({ proposal }: { proposal: Headed }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <header>
      <WayBack to={`/territories/${proposal.territorySlug}`}>
        {t('proposals.forum-of', { name: proposal.territoryName })}
      </WayBack>
      <h1 lang={proposal.language} dir="auto">
        {proposal.title || t('proposals.hidden-title')}
      </h1>
      <p className="meta">
        <Byline proposal={proposal} />
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
