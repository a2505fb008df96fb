/** Saves an answer's draft while it is being typed; answers in data, with the revision to build the next save on. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { answerAtDesk } from '#app/domain/answers/desk.server'
import { AnswerDraftForm } from '#app/domain/answers/forms'
import { saveAnswerDraft } from '#app/domain/answers/write-answer.server'
import type { Actor } from '#app/domain/authorization'
import { isRefusal } from '#app/domain/refusal'
import { judgeWhileTyping, readForm } from '#app/web/page.server'
import { sceneOf } from '#app/web/scene.server'

export async function action(args: ActionFunctionArgs) {
  const { actor, param } = await sceneOf(args)
  const entries = await readForm(args.request)
  try {
    const { values, error } = judgeWhileTyping(entries, AnswerDraftForm)
    if (values) return Response.json(await saveAnswerDraft(actor, param('answerId'), values))
    await leaveAsSaved(Object.keys(error), entries, { actor, answerId: param('answerId') })
    const rest = judgeWhileTyping(entries, AnswerDraftForm)
    if (!rest.values) return Response.json({ error }, { status: 422 })
    return Response.json({ ...(await saveAnswerDraft(actor, param('answerId'), rest.values)), error })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const reason = `refusals.${error.reason}`
    if (error.reason !== 'answer.changed-elsewhere')
      return Response.json({ reason }, { status: statuses[error.reason] ?? 422 })
    // The revision of what another window saved: who has seen it may decide to save over it.
    const { revision } = await answerAtDesk(actor, param('answerId'))
    return Response.json({ reason, revision }, { status: 409 })
  }
}

/** What is wrong stays as it was saved last, so that everything else can be saved. */
async function leaveAsSaved(
  names: string[],
  entries: FormData,
  { actor, answerId }: { actor: Actor; answerId: string },
) {
  const { opening, language, points } = await answerAtDesk(actor, answerId)
  const saved = new Map<string, string | null>(Object.entries({ opening, language }))
  for (const [name, value] of entries) {
    const point = name.endsWith('].pointId') && points.find(({ id }) => id === value)
    if (point)
      for (const [part, known] of Object.entries(point)) saved.set(name.replace('pointId', part), `${known ?? ''}`)
  }
  for (const name of names) {
    const known = saved.get(name)
    if (known !== undefined) entries.set(name, known ?? '')
  }
}

const statuses: Record<string, number> = {
  'sign-in-required': 401,
  'not-found': 404,
  busy: 503,
  'answer.no-office': 403,
  'answer.no-office-yet': 403,
  'answer.not-your-office': 403,
  'answer.given-to-another': 403,
}
