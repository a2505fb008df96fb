import { formatDate } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Attestation = { place: string; territoryName: string; expiresOn: Date; counts: boolean }

/** Where one was seen and until when it holds, or that it does not count where one lives now. */
export function AttestationInWords({ attestation }: { attestation: Attestation }) {
  const t = useWords()
  const language = useLanguage()
  const { place, territoryName: territory, expiresOn, counts } = attestation
  return counts
    ? t('identity.account.attested-until', { place, date: formatDate(expiresOn, language) })
    : t('identity.account.attested-elsewhere', { territory })
}
