/** The anonymised ballots in their published format, line by line. */
import { ballotFile, budgetArchive } from '#app/domain/polls/results.server'
import { alone } from '#app/web/page.server'

const archiveName = 'pabulib.pb'

export const loader = alone(async ({ param }) => {
  const file = param('file')
  const id = param('pollId')
  const { lines } = await (file === archiveName ? budgetArchive(id) : ballotFile(id, file))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      let text = ''
      for (let taken = 0; taken < 1000; taken++) {
        const { value, done } = lines.next()
        if (done) {
          if (text) stream.enqueue(encoder.encode(text))
          return stream.close()
        }
        text += `${value}\n`
      }
      stream.enqueue(encoder.encode(text))
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
    },
  })
})
