/** Saves a draft while it is being typed; answers in data, with the revision to build the next save on. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { draftPage } from '#app/domain/proposals/draft-page.server'
import { saveDraft } from '#app/domain/proposals/drafts.server'
import { TextForm } from '#app/domain/proposals/forms'
import { isRefusal } from '#app/domain/refusal'
import { judgeWhileTyping, readForm } from '#app/web/page.server'
import { sceneOf } from '#app/web/scene.server'

export async function action(args: ActionFunctionArgs) {
  const { actor, param } = await sceneOf(args)
  const { values, error } = judgeWhileTyping(await readForm(args.request), TextForm)
  if (!values) return Response.json({ error }, { status: 422 })
  try {
    return Response.json(await saveDraft(actor, param('proposalId'), values))
  } catch (error) {
    if (!isRefusal(error)) throw error
    const reason = `refusals.${error.reason}`
    if (error.reason !== 'proposal.changed-elsewhere')
      return Response.json({ reason }, { status: statusOf(error.reason) })
    // The revision of what another window saved: a person who has seen it may decide to save over it.
    const { revision } = await draftPage(actor, param('proposalId'))
    return Response.json({ reason, revision }, { status: 409 })
  }
}

const statuses: Record<string, number> = {
  'sign-in-required': 401,
  'not-found': 404,
  busy: 503,
}

function statusOf(reason: string) {
  return statuses[reason] ?? 422
}
