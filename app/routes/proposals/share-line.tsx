import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words'

type Props = { title: string; address: string }

/** The address to hand on, by copying, by mail, or by whatever the device offers. */
export function ShareLine({ title, address }: Props) {
  const t = useWords()
  const [offered, setOffered] = useState(false)
  useEffect(() => setOffered('share' in navigator), [])
  const letter = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`
  return (
    <details className="share">
      <summary>{t('proposals.share.title')}</summary>
      <div className="field">
        <label htmlFor="address">{t('proposals.share.address')}</label>
        <input id="address" dir="ltr" readOnly value={address} />
      </div>
      <p className="actions">
        <a href={letter}>{t('proposals.share.letter')}</a>
        {offered && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => navigator.share({ title, url: address }).catch(() => {})}
          >
            {t('proposals.share.send')}
          </button>
        )}
      </p>
    </details>
  )
}
