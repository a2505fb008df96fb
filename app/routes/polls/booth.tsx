/** The ballot page of a secret vote: it stands alone. */
import { BoothSheet } from '#app/booth/booth-sheet.server'
import { standalone } from '#app/booth/standalone.server'
import { boothPage } from '#app/domain/polls/secret/booth.server'
import { inReading } from '#app/domain/polls/translations'
import { alone } from '#app/web/page.server'

export const loader = alone(async ({ actor, param, language, t }) => {
  const booth = inReading(await boothPage(actor, param('pollId')), language)
  const body = <BoothSheet booth={booth} t={t} language={language} />
  return standalone({ language, t, title: booth.terms.question, script: 'ballot', body })
})
