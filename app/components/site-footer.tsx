import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

/** Addresses of whoever runs the site, as far as they are configured. */
type Legal = { privacy?: string | undefined; accessibility?: string | undefined; contact?: string | undefined }

export function SiteFooter({ demonstration, legal }: { demonstration: boolean; legal: Legal }) {
  const t = useWords()
  return (
    <footer className="site-footer">
      {demonstration && <p>{t('shell.demonstration')}</p>}
      <ul>
        <li>
          <Link to="/standing">{t('shell.standing')}</Link>
        </li>
        <li>
          <Link to="/commitments">{t('shell.commitments')}</Link>
        </li>
        <li>
          <Link to="/panels">{t('shell.panels')}</Link>
        </li>
        <li>
          <Link to="/moderation/register">{t('shell.moderation-register')}</Link>
        </li>
        {demonstration && (
          <li>
            <Link to="/dev/outbox">{t('shell.outbox')}</Link>
          </li>
        )}
        {(['privacy', 'accessibility', 'contact'] as const).map(
          (name) =>
            legal[name] && (
              <li key={name}>
                <a href={legal[name]}>{t(`shell.legal.${name}`)}</a>
              </li>
            ),
        )}
      </ul>
      <p className="credits">{t('shell.credits')}</p>
    </footer>
  )
}
