import { NavLink, useLocation } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words'

const places = [
  ['/account', 'identity.account.profile'],
  ['/account/attestation', 'identity.account.attestation'],
  ['/account/sign-ins', 'identity.account.sign-ins'],
  ['/account/password', 'identity.account.password'],
  ['/account/address', 'identity.account.address'],
  ['/account/notifications', 'identity.account.notifications'],
  ['/account/associations', 'identity.account.associations'],
  ['/account/proposals', 'shell.my-proposals'],
  ['/account/leaving', 'identity.account.leaving'],
] as const

/** The rooms of one's own account: behind one line on phones, in a row when wide. */
export function AccountMenu() {
  const t = useWords()
  const { pathname } = useLocation()
  return (
    <nav aria-label={t('shell.account')}>
      <details className="fold account-places" key={pathname}>
        <summary>{t('identity.account.more')}</summary>
        <Places className="" />
      </details>
      <div className="account-chips">
        <Places className="chip" />
      </div>
    </nav>
  )
}

function Places({ className }: { className: string }) {
  const t = useWords()
  return (
    <ul className={className && 'chips'}>
      {places.map(([path, key]) => (
        <li key={path}>
          <NavLink className={className} to={path} end>
            {t(key)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
