import { z } from 'zod'
import { leavePanel } from '#app/domain/panels/volunteers.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await leavePanel(actor, param('panelId'))
  return go(`/panels/${param('panelId')}`, { key: 'panels.left', kind: 'done' })
})
