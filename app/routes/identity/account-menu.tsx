import { NavLink } from '@remix-run/react'
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
] as const

/** The rooms of one's own account. */
export function AccountMenu() {
  const t = useWords()
  return (
    <nav aria-label={t('shell.account')}>
      <ul className="chips">
        {places.map(([path, key]) => (
          <li key={path}>
            <NavLink className="chip" to={path} end>
              {t(key)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
