/** The ballot page of a secret vote: it stands alone. Its button says that one has begun: whoever does not finish is reminded. */
import { z } from 'zod'
import { BoothSheet } from '#app/booth/booth-sheet.server'
import { standalone } from '#app/booth/standalone.server'
import { boothPage, enterBooth } from '#app/domain/polls/secret/booth.server'
import { inReading } from '#app/domain/polls/translations'
import { alone, button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = alone(async ({ actor, param, language, t }) => {
  const booth = inReading(await boothPage(actor, param('pollId')), language)
  const body = <BoothSheet booth={booth} t={t} language={language} />
  return standalone({ language, t, title: booth.terms.question, script: 'ballot', body })
})

export const action = button(z.object({}), async ({ actor, param }) => {
  await enterBooth(actor, param('pollId'))
  return go(`/polls/${param('pollId')}/booth`)
})
