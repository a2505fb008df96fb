import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { answeredProposal, livePoints, nothing, revision, tenMarch, waitingProposal } from '#tests/world/answers'
import { actor, journalOf, office } from '#tests/world/people'
import { dropCommitment, finishCommitment, moveCommitment } from './commitments.server'
import { answerAtDesk, internalNotes } from './desk.server'
import type { AnswerDraft } from './forms'
import { askReview, judgeAnswer } from './judge-answer.server'
import { publicationFaults, publishAnswer } from './publish-answer.server'
import { asAnswered } from './publishable'
import { answersOf } from './queries.server'
import { addInternalNote, saveAnswerDraft, splitPoint } from './write-answer.server'

type PointDraft = AnswerDraft['points'][number]

const promised = { promise: 'Apriamo lo sportello', promisedOn: '2026-09-01' }
const afterSeptember = new Date('2026-10-01T08:00:00Z')

/** The office writes the first point anew, and keeps refusing the second. */
async function redraft(answerId: string, proposalId: string, first: Partial<PointDraft>, opening = 'Buongiorno.') {
  const [one, two] = await livePoints(proposalId)
  return saveAnswerDraft(await actor('emanuele'), answerId, {
    revision: await revision(answerId),
    opening,
    language: 'it',
    points: [
      { ...nothing, pointId: one?.id ?? '', verdict: 'accepted', reasons: 'Serve.', ...first },
      { ...nothing, pointId: two?.id ?? '', verdict: 'notAccepted', reasons: 'Non ci sono fondi.' },
    ],
  })
}

async function publish(answerId: string, now = tenMarch) {
  const publication = { revision: await revision(answerId), changeReason: 'Abbiamo riletto.' }
  return publishAnswer(await actor('emanuele'), answerId, publication, now)
}

async function commitments(proposalId: string) {
  const rows = await db.commitment.findMany({ where: { proposalId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ title, dueOn, droppedAt }) => [title, dueOn?.toISOString().slice(0, 10), droppedAt !== null])
}

async function commitmentOf(proposalId: string) {
  return (await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true } })).id
}

test('a verdict stays with its version: the next one is judged anew, and the review follows the newest', async () => {
  const { proposalId, answerId } = await answeredProposal({ forAssociation: true })
  const bilal = await actor('bilal')
  await judgeAnswer(bilal, answerId, { version: 1, satisfaction: 'yes', reason: null }, tenMarch)
  await redraft(answerId, proposalId, promised)
  await publish(answerId)
  const [round] = (await answersOf(bilal, proposalId)).rounds
  expect(round?.can).toMatchObject({ judge: true, askReview: 'answer.judge-first' })
  expect(round?.verdicts).toMatchObject([{ version: 1, satisfaction: 'yes' }])
  const stale = { version: 1, satisfaction: 'yes', reason: null } as const
  await expect(judgeAnswer(bilal, answerId, stale)).rejects.toThrow('answer.read-again')
  await judgeAnswer(bilal, answerId, { version: 2, satisfaction: 'no', reason: 'Adesso no.' })
  await expect(judgeAnswer(bilal, answerId, { ...stale, version: 2 })).rejects.toThrow('answer.already-judged')
  await askReview(bilal, answerId, { reason: 'Guardate di nuovo il primo punto.' })
  const [after] = (await answersOf(bilal, proposalId)).rounds
  expect(after?.verdicts).toMatchObject([
    { version: 2, satisfaction: 'no', reason: 'Adesso no.' },
    { version: 1, satisfaction: 'yes' },
  ])
})

test('a verdict is said in the name of the association, unless a co-author speaks', async () => {
  const { proposalId, answerId } = await answeredProposal({ forAssociation: true })
  const [bilal, carmela] = await Promise.all([actor('bilal'), actor('carmela')])
  await db.coAuthor.create({ data: { proposalId, personId: carmela.id, acceptedAt: tenMarch } })
  await judgeAnswer(bilal, answerId, { version: 1, satisfaction: 'yes', reason: null })
  await redraft(answerId, proposalId, promised)
  await publish(answerId)
  await judgeAnswer(carmela, answerId, { version: 2, satisfaction: 'yes', reason: null })
  const [round] = (await answersOf(bilal, proposalId)).rounds
  expect(round?.verdicts.map(({ version, associationName }) => [version, associationName])).toEqual([
    [2, null],
    [1, 'Associazione Ponte'],
  ])
})

test.each<[string, Partial<PointDraft>]>([
  ['refuse its point', { verdict: 'notAccepted' }],
  ['refuse its point with the promise still on it', { verdict: 'notAccepted', ...promised }],
  ['put off its day', { ...promised, promisedOn: '2027-09-01' }],
  ['change its words', { ...promised, promise: 'Ci pensiamo' }],
])('a commitment is public: a new version cannot %s', async (_name, first) => {
  const { proposalId, answerId } = await answeredProposal()
  await redraft(answerId, proposalId, first)
  const refused = { reason: 'answer.commitment-stays', values: { number: 1 } }
  expect(await publicationFaults(await actor('emanuele'), answerId, tenMarch)).toEqual([refused])
  await expect(publish(answerId)).rejects.toMatchObject(refused)
  expect(await commitments(proposalId)).toEqual([['Apriamo lo sportello', '2026-09-01', false]])
})

test('an overdue commitment is repeated as it is; what was done makes no other', async () => {
  const { proposalId, answerId } = await answeredProposal()
  await redraft(answerId, proposalId, promised)
  expect(await publish(answerId, afterSeptember)).toMatchObject({ version: 2 })
  await finishCommitment(await actor('emanuele'), await commitmentOf(proposalId), { outcome: 'Aperto', evidence: null })
  await redraft(answerId, proposalId, promised, 'Salve.')
  expect(await publish(answerId, afterSeptember)).toMatchObject({ version: 3 })
  expect(await commitments(proposalId)).toEqual([['Apriamo lo sportello', '2026-09-01', false]])
})

test('a dropped commitment leaves the draft, and a new promise after it is a new commitment', async () => {
  const { proposalId, answerId } = await answeredProposal()
  const emanuele = await actor('emanuele')
  await dropCommitment(emanuele, await commitmentOf(proposalId), { reason: 'Il locale non è agibile.' })
  const [first] = (await answerAtDesk(emanuele, answerId)).points
  expect(first).toMatchObject({ promise: null, promisedOn: null, commitments: [] })
  await redraft(answerId, proposalId, { ...promised, promisedOn: '2026-09-30' })
  await expect(publish(answerId, afterSeptember)).rejects.toThrow('answer.promised-in-the-past')
  await redraft(answerId, proposalId, { ...promised, promisedOn: '2027-01-15' })
  await publish(answerId, afterSeptember)
  expect(await commitments(proposalId)).toEqual([
    ['Apriamo lo sportello', '2026-09-01', true],
    ['Apriamo lo sportello', '2027-01-15', false],
  ])
})

test('in a review a point with a commitment is not split', async () => {
  const { proposalId, answerId } = await answeredProposal()
  const ada = await actor('ada')
  await judgeAnswer(ada, answerId, { version: 1, satisfaction: 'no', reason: 'No.' })
  const review = await askReview(ada, answerId, { reason: 'Guardate di nuovo il primo punto.' })
  const [one, two] = await livePoints(proposalId)
  const emanuele = await actor('emanuele')
  const parts = ['Una parte', 'Un’altra']
  await expect(splitPoint(emanuele, review.answerId, { pointId: one?.id ?? '', parts })).rejects.toThrow(
    'answer.point-is-promised',
  )
  await splitPoint(emanuele, review.answerId, { pointId: two?.id ?? '', parts })
})

test('a version that says the same is not published, and tells nobody', async () => {
  const { proposalId, answerId } = await answeredProposal()
  await redraft(answerId, proposalId, promised, 'Grazie della proposta.')
  const before = await journalOf(proposalId)
  await expect(publish(answerId)).rejects.toThrow('answer.nothing-changed')
  expect(await journalOf(proposalId)).toEqual(before)
})

test('the review’s desk has the notes on the first answer, if the same office took them', async () => {
  const { answerId } = await answeredProposal()
  const [ada, emanuele] = await Promise.all([actor('ada'), actor('emanuele')])
  await addInternalNote(emanuele, answerId, 'Sentita la ASL', tenMarch)
  await judgeAnswer(ada, answerId, { version: 1, satisfaction: 'no', reason: 'No.' })
  const review = await askReview(ada, answerId, { reason: 'Guardate di nuovo il primo punto.' })
  await addInternalNote(emanuele, review.answerId, 'Risentire la ASL')
  const { notes } = await internalNotes(emanuele, review.answerId)
  expect(notes.map(({ text, earlier }) => [text, earlier])).toEqual([
    ['Risentire la ASL', false],
    ['Sentita la ASL', true],
  ])
  expect((await answerAtDesk(emanuele, review.answerId)).noteCount).toBe(2)
  expect((await internalNotes(emanuele, answerId)).notes).toHaveLength(1)
  await db.answer.update({ where: { id: answerId }, data: { officeId: (await office('Scuola e cultura')).id } })
  expect((await internalNotes(emanuele, review.answerId)).notes).toHaveLength(1)
})

test('an accepted point is a commitment in its own words where the office adds none, and given up it stays so', async () => {
  const { proposalId, answerId } = await waitingProposal({ points: ['Uno sportello', 'Due mediatori'] })
  await redraft(answerId, proposalId, {})
  const [shown] = (await answerAtDesk(await actor('emanuele'), answerId)).points.flatMap(asAnswered)
  expect(shown).toMatchObject({ promise: 'Uno sportello', promisedOn: null })
  await publish(answerId)
  expect(await commitments(proposalId)).toEqual([['Uno sportello', undefined, false]])
  const [round] = (await answersOf(await actor('ada'), proposalId)).rounds
  expect(round?.latest?.points.map(({ promise }) => promise)).toEqual(['Uno sportello', null])

  const emanuele = await actor('emanuele')
  const id = await commitmentOf(proposalId)
  await moveCommitment(emanuele, id, { dueOn: '2026-09-01', reason: 'Adesso c’è una data.' }, tenMarch)
  await db.answer.update({ where: { id: answerId }, data: { opening: 'Salve.' } })
  expect(await publish(answerId)).toMatchObject({ version: 2 })
  await dropCommitment(emanuele, id, { reason: 'Non ci sono più i fondi.' }, tenMarch)
  await redraft(answerId, proposalId, {}, 'Buonasera.')
  await publish(answerId)
  expect(await commitments(proposalId)).toEqual([['Uno sportello', '2026-09-01', true]])
})
