/** A picture for the text: the editor sends it, and puts in what it is told. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { attachToProposal } from '#app/domain/proposals/attachments.server'
import { FileForm } from '#app/domain/proposals/forms'
import { isRefusal } from '#app/domain/refusal'
import { readForm } from '#app/web/page.server'
import { sceneOf } from '#app/web/scene.server'
import { statusOf, waitOf } from '#app/web/statuses.server'

export async function action(args: ActionFunctionArgs) {
  const { actor, param, t } = await sceneOf(args)
  const parsed = FileForm.safeParse(Object.fromEntries(await readForm(args.request)))
  if (!parsed.success) return Response.json({ message: t('errors.form') }, { status: 422 })
  const { file } = parsed.data
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { id, width, height } = await attachToProposal(actor, param('proposalId'), 'image', {
      name: file.name,
      bytes,
    })
    return Response.json({ src: `/files/${id}`, width, height })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const said = { status: statusOf(error, 422), headers: waitOf(error) }
    return Response.json({ message: t(`refusals.${error.reason}`, error.values) }, said)
  }
}
