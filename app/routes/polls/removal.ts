import { z } from 'zod'
import { discardPoll } from '#app/domain/polls/drafts.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await discardPoll(actor, param('pollId'))
  return go('/polls', { key: 'polls.discarded', kind: 'done' })
})
