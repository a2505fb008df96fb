/** What an address says is to be judged: one of the kinds that are known, and nothing else. */
import { type JudgedKind, judgedKinds } from '#app/domain/moderation/forms'
import { Refusal } from '#app/domain/refusal'

export function judgedIn(param: (name: string) => string): { kind: JudgedKind; id: string } {
  const kind = judgedKinds.find((known) => known === param('kind'))
  if (!kind) throw new Refusal('not-found')
  return { kind, id: param('subjectId') }
}
