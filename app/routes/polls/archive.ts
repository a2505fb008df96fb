/** The public archive of a secret vote, as other programs read it. */
import { archiveOf } from '#app/domain/polls/secret/board.server'
import { page } from '#app/web/page.server'

export const loader = page(async ({ param }) => {
  const file = param('file')
  const pieces = await archiveOf(param('pollId'), file)
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { value, done } = await pieces.next()
      if (done) stream.close()
      else stream.enqueue(value)
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-tar',
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'no-store',
    },
  })
})
