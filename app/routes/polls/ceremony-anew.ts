/** All trustees begin the making of their key again. */
import { z } from 'zod'
import { restartCeremony } from '#app/domain/polls/secret/setup.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await restartCeremony(actor, param('pollId'))
  return go(`/polls/${param('pollId')}/trustees`, { key: 'secret.ceremony.begun-anew', kind: 'done' })
})
