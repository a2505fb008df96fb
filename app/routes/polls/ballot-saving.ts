/** Saves a ballot while one chooses; answers in data whether it is counted. */
import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs } from '@remix-run/node'
import { castBallot } from '#app/domain/polls/cast-ballot.server'
import { BallotForm } from '#app/domain/polls/forms'
import { isRefusal } from '#app/domain/refusal'
import { readForm } from '#app/web/page.server'
import { sceneOf } from '#app/web/scene.server'
import { codeIn } from './code-cookie.server'

const statuses: Record<string, number> = { 'sign-in-required': 401, 'not-found': 404, busy: 503, 'poll.closed': 409 }

export async function action(args: ActionFunctionArgs) {
  const { actor, param, request } = await sceneOf(args)
  const submission = parseWithZod(await readForm(args.request), { schema: BallotForm })
  if (submission.status !== 'success') return Response.json({ reason: 'errors.form' }, { status: 422 })
  const id = param('pollId')
  try {
    return Response.json(await castBallot(actor, id, submission.value, codeIn(request, id)))
  } catch (error) {
    if (!isRefusal(error)) throw error
    return Response.json({ reason: `refusals.${error.reason}` }, { status: statuses[error.reason] ?? 422 })
  }
}
