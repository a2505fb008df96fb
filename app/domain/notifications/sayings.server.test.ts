import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { assignAnswer } from '#app/domain/answers/assign-answer.server'
import { escalate } from '#app/domain/answers/escalate.server'
import { extendAnswer } from '#app/domain/answers/extend-answer.server'
import { askReview, judgeAnswer } from '#app/domain/answers/judge-answer.server'
import { said } from '#app/i18n/sayings'
import { wordsFor } from '#app/i18n/server-words.server'
import type { CastName } from '#prisma/seed/town'
import { answeredProposal, tenMarch, waitingProposal } from '#tests/world/answers'
import { actor, office } from '#tests/world/people'
import { toldOf } from '#tests/world/telling'
import { notificationList } from './queries.server'

async function newestUnder(name: CastName) {
  const [told] = (await notificationList(await actor(name), null, 1)).notifications
  if (!told) throw new Error(`${name} heard nothing`)
  return said(wordsFor('it'), 'it', told.saying, told.title)
}

const title = 'Sportello in ospedale'
const write = 'Scrivi la risposta e pubblicala entro quella data.'

test.each([
  ['2026-04-08', 'luca', 'Rispondi entro mercoledì 22 aprile 2026, mancano 10 giorni lavorativi', write],
  ['2026-04-17', 'luca', 'Rispondi entro mercoledì 22 aprile 2026, mancano 3 giorni lavorativi', write],
  ['2026-04-21', 'luca', 'Rispondi entro mercoledì 22 aprile 2026, manca 1 giorno lavorativo', write],
  ['2026-04-22', 'luca', 'Rispondi entro mercoledì 22 aprile 2026, scade oggi', write],
  [
    '2026-04-23',
    'luca',
    'La risposta era da dare entro mercoledì 22 aprile 2026, in ritardo di 1 giorno lavorativo',
    'Pubblica la risposta appena puoi.',
  ],
  [
    '2026-04-29',
    'marta',
    'Il tuo ufficio non ha ancora risposto, il termine era mercoledì 22 aprile 2026, in ritardo di 5 giorni lavorativi',
    'Affida la risposta a chi può scriverla subito.',
  ],
] as const)('on %s %s reads how long there is, and until when', async (day, name, sentence, task) => {
  const { proposalId, answerId } = await waitingProposal({ title })
  await db.answer.update({ where: { id: answerId }, data: { assigneeId: (await actor('luca')).id } })
  await escalate(new Date(`${day}T08:00:00Z`))
  const letters = await toldOf(proposalId, 'answer.escalated')
  const letter = letters.find(({ to }) => to === `${name}@esempio.it`)
  expect(letter?.subject).toBe(`Tocca a te: ${sentence}: ${title}`)
  expect(letter?.text).toContain(task)
  expect(await newestUnder(name)).toBe(`${sentence}: ${title}`)
})

test('whoever is given an answer reads until when', async () => {
  const { proposalId, answerId } = await waitingProposal({ title })
  const [{ id: officeId }, emanuele] = await Promise.all([office(), actor('emanuele')])
  await assignAnswer(await actor('marta'), answerId, { officeId, assigneeId: emanuele.id }, tenMarch)
  const [letter] = await toldOf(proposalId, 'answer.assigned')
  expect(letter?.subject).toBe(
    'Tocca a te: Ti è affidata una risposta, entro mercoledì 22 aprile 2026: Sportello in ospedale',
  )
})

test.each([
  ['2026-04-22', 'Ti è affidata una risposta, entro mercoledì 22 aprile 2026', write],
  [
    '2026-04-23',
    'Ti è affidata una risposta in ritardo, era da dare entro mercoledì 22 aprile 2026',
    'Pubblica la risposta appena puoi.',
  ],
])('whoever is given an answer on %s reads whether it is late', async (day, sentence, task) => {
  const { proposalId, answerId } = await waitingProposal({ title })
  const [{ id: officeId }, emanuele] = await Promise.all([office(), actor('emanuele')])
  await assignAnswer(
    await actor('marta'),
    answerId,
    { officeId, assigneeId: emanuele.id },
    new Date(`${day}T08:00:00Z`),
  )
  const [letter] = await toldOf(proposalId, 'answer.assigned')
  expect(letter?.subject).toBe(`Tocca a te: ${sentence}: ${title}`)
  expect(letter?.text).toContain(task)
  expect(await newestUnder('emanuele')).toBe(`${sentence}: ${title}`)
})

test('an extension is told with both dates and its reason', async () => {
  const { proposalId, answerId } = await waitingProposal({ title })
  const reason = 'Aspettiamo il parere della ASL.'
  await extendAnswer(await actor('marta'), answerId, { days: 5, reason }, tenMarch)
  const [letter] = await toldOf(proposalId, 'answer.extended')
  const sentence =
    'La risposta arriva entro mercoledì 29 aprile 2026, non più entro mercoledì 22 aprile 2026: Sportello in ospedale'
  expect(letter).toMatchObject({ to: 'ada@esempio.it', subject: sentence })
  expect(letter?.text).toContain(`Il motivo: «${reason}»`)
  expect(await newestUnder('ada')).toBe(sentence)
})

test('the author reads that the answer waits for a verdict; the office reads the verdict', async () => {
  const { proposalId, answerId } = await answeredProposal({ title })
  const [given] = await toldOf(proposalId, 'answer.given')
  expect(given?.text).toContain('Di’ se la risposta risponde alla tua domanda: sì, in parte o no.')
  await judgeAnswer(await actor('ada'), answerId, { version: 1, satisfaction: 'inPart', reason: 'Manca la data.' })
  await toldOf(proposalId, 'answer.judged')
  expect(await newestUnder('marta')).toBe('Chi ha proposto dice: la risposta risponde in parte. Sportello in ospedale')
})

test('the office hears that a review is asked, why and by when; of a hidden proposal not why', async () => {
  const { proposalId, answerId } = await answeredProposal({ title })
  const ada = await actor('ada')
  await judgeAnswer(ada, answerId, { version: 1, satisfaction: 'no', reason: 'Manca la data.' })
  const reason = 'Guardate di nuovo la data.'
  await askReview(ada, answerId, { reason }, new Date('2026-05-04T09:00:00Z'))
  const sentence =
    'Chi ha proposto chiede il riesame: il tuo ufficio risponde di nuovo entro lunedì 25 maggio 2026: Sportello in ospedale'
  const letter = (await toldOf(proposalId, 'answer.due')).find(({ to }) => to === 'marta@esempio.it')
  expect(letter?.subject).toBe(`Tocca a te: ${sentence}`)
  expect(letter?.text).toContain(`Il motivo: «${reason}»`)
  expect(await newestUnder('marta')).toBe(sentence)

  await db.support.create({ data: { proposalId, personId: (await actor('carmela')).id } })
  await db.proposal.update({ where: { id: proposalId }, data: { hiddenAt: new Date() } })
  const [hidden] = await toldOf(proposalId, 'answer.review-asked')
  expect(hidden?.to).toBe('carmela@esempio.it')
  // Whoever takes part reads until when the office answers again
  expect(hidden?.subject).toContain('entro lunedì 25 maggio 2026')
  expect(hidden?.text).not.toContain(reason)
  // … and not what moderators have hidden
  expect(hidden?.subject).toContain('Proposta nascosta')
  expect(`${hidden?.subject} ${hidden?.text}`).not.toContain(title)
  expect(await newestUnder('marta')).toContain('Proposta nascosta')
})
