import { Link } from '#app/components/link'
import { useWords } from '#app/i18n/use-words'

/** A link from a letter that was used, is too old, or was never ours. */
export function LinkIsGone() {
  const t = useWords()
  return (
    <div className="narrow">
      <h1>{t('identity.link-gone.title')}</h1>
      <p>{t('identity.link-gone.text')}</p>
      <p className="actions">
        <Link className="button" to="/sign-in">
          {t('identity.sign-in.title')}
        </Link>
        <Link className="quiet-button" to="/reset">
          {t('identity.reset.title')}
        </Link>
      </p>
    </div>
  )
}

/** The secret in an address; empty if it cannot be one. */
export function tokenIn(url: URL): string {
  const token = url.searchParams.get('token') ?? ''
  return /^[\w-]{20,100}$/.test(token) ? token : ''
}
