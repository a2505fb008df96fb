/** The page of a trustee's key: it stands alone. */
import { standalone } from '#app/booth/standalone.server'
import { TrusteeSheet } from '#app/booth/trustee-sheet.server'
import { trusteePage } from '#app/domain/polls/secret/trustees.server'
import { alone } from '#app/web/page.server'

export const loader = alone(async ({ actor, param, language, t }) => {
  const vote = await trusteePage(actor, param('pollId'))
  return standalone({
    language,
    t,
    title: t('secret.trustee.title'),
    script: 'trustee',
    body: <TrusteeSheet vote={vote} t={t} />,
  })
})
