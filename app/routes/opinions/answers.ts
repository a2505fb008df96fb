import { sayOpinion } from '#app/domain/opinions/commands.server'
import { OpinionForm } from '#app/domain/opinions/forms'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(OpinionForm, async ({ actor, param, values }) => {
  const id = param('conversationId')
  await sayOpinion(actor, id, values)
  if (values.from === 'own') return go(`/opinions/${id}/own`, { key: 'opinions.changed', kind: 'done' })
  // The next statement says enough: a notice after each answer would be noise
  return go(`/opinions/${id}#next`)
})
