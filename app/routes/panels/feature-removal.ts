import { z } from 'zod'
import { removeFeature } from '#app/domain/panels/prepare-panel.server'
import { found } from '#app/domain/refusal'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  const place = /^\d{1,2}$/.test(param('place')) ? Number(param('place')) : null
  await removeFeature(actor, param('panelId'), found(place))
  return go(`/panels/${param('panelId')}/features`, { key: 'panels.feature-removed', kind: 'done' })
})
