/** Gives the officer the file of those entitled, for the registrar: a POST, because it is written down. */
import { z } from 'zod'
import { entitledPeople } from '#app/domain/polls/secret/registrar.server'
import { button } from '#app/web/page.server'
import { streamOf } from '#app/web/streamed.server'

export const action = button(z.object({}), async ({ actor, param }) => {
  const { name, pieces } = await entitledPeople(actor, param('pollId'))
  return new Response(streamOf(pieces), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
})
