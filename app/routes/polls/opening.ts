import { z } from 'zod'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await openPoll(actor, param('pollId'))
  return go(`/polls/${param('pollId')}`, { key: 'polls.opened', kind: 'done' })
})
