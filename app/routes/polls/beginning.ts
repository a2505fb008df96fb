/** The button before the ballot: from here on whoever does not finish is reminded. */
import { z } from 'zod'
import { startBallot } from '#app/domain/polls/cast-ballot.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  await startBallot(actor, param('pollId'))
  return go(`/polls/${param('pollId')}/ballot`)
})
