/** Saves an answer's draft while it is being typed. */
import { answerAtDesk } from '#app/domain/answers/desk.server'
import { AnswerDraftForm } from '#app/domain/answers/forms'
import { saveAnswerDraft } from '#app/domain/answers/write-answer.server'
import { saving } from '#app/web/saving.server'

export const action = saving(AnswerDraftForm, {
  save: ({ actor, param, values }) => saveAnswerDraft(actor, param('answerId'), values),
  async saved({ actor, param }, entries) {
    const answer = await answerAtDesk(actor, param('answerId'))
    return { revision: answer.revision, fields: fieldsOf(answer, entries) }
  },
  elsewhere: 'answer.changed-elsewhere',
  forbidden: ['answer.no-office', 'answer.no-office-yet', 'answer.not-your-office', 'answer.given-to-another'],
})

/** What is saved, by the names of the form that was sent: it says on which line each point stands. */
function fieldsOf({ opening, language, points }: Awaited<ReturnType<typeof answerAtDesk>>, entries: FormData) {
  const fields: Record<string, string[]> = { opening: [opening], language: [language] }
  for (const [name, value] of entries) {
    const point = name.endsWith('].pointId') && points.find(({ id }) => id === value)
    if (point)
      for (const [part, known] of Object.entries(point)) fields[name.replace('pointId', part)] = [`${known ?? ''}`]
  }
  return fields
}
