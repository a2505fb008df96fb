/** The public archive of a secret vote, as other programs read it. */
import { archiveOf } from '#app/domain/polls/secret/board.server'
import { alone } from '#app/web/page.server'
import { streamOf } from '#app/web/streamed.server'

export const loader = alone(async ({ param }) => {
  const file = param('file')
  const pieces = await archiveOf(param('pollId'), file)
  return new Response(streamOf(pieces), {
    headers: {
      'Content-Type': 'application/x-tar',
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'no-store',
    },
  })
})
