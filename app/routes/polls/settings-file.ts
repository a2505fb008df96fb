/** The settings of the count, as the command reads them. */
import { settingsFile } from '#app/domain/polls/results.server'
import { alone } from '#app/web/page.server'

export const loader = alone(async ({ param }) => {
  const settings = await settingsFile(param('pollId'))
  return new Response(`${JSON.stringify(settings, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="settings.json"',
    },
  })
})
