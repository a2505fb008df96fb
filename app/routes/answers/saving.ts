/** Saves an answer's draft while it is being typed; answers in data, with the revision to build the next save on. */
import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { answerAtDesk } from '#app/domain/answers/desk.server'
import { AnswerDraftForm } from '#app/domain/answers/forms'
import { saveAnswerDraft } from '#app/domain/answers/write-answer.server'
import { isRefusal } from '#app/domain/refusal'
import { readForm } from '#app/web/page.server'
import { sceneOf } from '#app/web/scene.server'

export async function action(args: ActionFunctionArgs) {
  const { actor, param } = await sceneOf(args)
  const submission = parseWithZod(await readForm(args.request), { schema: AnswerDraftForm })
  if (submission.status !== 'success') return Response.json({ reason: 'errors.form' }, { status: 422 })
  try {
    return Response.json(await saveAnswerDraft(actor, param('answerId'), submission.value))
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

const statuses: Record<string, number> = {
  'sign-in-required': 401,
  'not-found': 404,
  'answer.no-office': 403,
  'answer.no-office-yet': 403,
  'answer.not-your-office': 403,
  'answer.given-to-another': 403,
}
