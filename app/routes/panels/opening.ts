import { z } from 'zod'
import { openPanel } from '#app/domain/panels/prepare-panel.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await openPanel(actor, param('panelId'))
  return go(`/panels/${param('panelId')}`, { key: 'panels.opened', kind: 'done' })
})
