/** Takes the registrar's list of public credentials, as a file or pasted. */
import { CredentialsForm } from '#app/domain/polls/secret/forms'
import { saveCredentials } from '#app/domain/polls/secret/setup.server'
import { button } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const action = button(CredentialsForm, async ({ actor, param, values: { file, list } }) => {
  const text = file && file.size > 0 ? await file.text() : (list ?? '')
  const print = await saveCredentials(actor, param('pollId'), text)
  return go(`/polls/${param('pollId')}/trustees`, { key: 'secret.registrar.taken', values: { print }, kind: 'done' })
})
