import { publishedLottery } from '#app/domain/panels/queries.server'
import { alone } from '#app/web/page.server'

/** The published tickets, byte for byte what the digest was made of. */
export const loader = alone(
  async ({ param }) =>
    new Response(await publishedLottery(param('panelId')), {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="lottery-${param('panelId').replace(/[^\w-]/g, '')}.txt"`,
        'Cache-Control': 'public, max-age=300',
      },
    }),
)
