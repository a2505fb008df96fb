import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import {
  answeredProposal,
  drafted,
  livePoints,
  nothing,
  revision,
  tenMarch,
  waitingProposal,
} from '#tests/world/answers'
import { actor, journalOf, office } from '#tests/world/people'
import { assignAnswer } from './assign-answer.server'
import { answerAtDesk, deskQueue, internalNotes } from './desk.server'
import { extendAnswer } from './extend-answer.server'
import { askReview, judgeAnswer } from './judge-answer.server'
import { publishAnswer } from './publish-answer.server'
import { answersOf, answerVersions, duesIn } from './queries.server'
import { addInternalNote, markSeen, saveAnswerDraft, splitPoint } from './write-answer.server'

test('the clock starts with the office of the topic and a due date over Easter', async () => {
  const { proposalId, answerId, dueOn } = await waitingProposal()
  expect(dueOn).toBe('2026-04-22')
  const answer = await db.answer.findUniqueOrThrow({ where: { id: answerId } })
  expect(answer.officeId).toBe((await office()).id)
  expect(answer.computation).toMatchObject({ firstCounted: '2026-03-11', workingDays: 30, weekendDays: 12 })
  expect(answer.computation).toMatchObject({ skipped: [{ from: '2026-04-06', why: 'national', day: 'easter-monday' }] })
  const proposal = await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  expect(proposal.dueOn?.toISOString().slice(0, 10)).toBe('2026-04-22')
  expect((await journalOf(proposalId)).at(-1)).toBe('answer.due')
})

test('a closed office counts no days, another topic goes to its own office', async () => {
  const school = await office('Scuola e cultura')
  await db.officeClosure.create({
    data: { officeId: school.id, startsOn: new Date('2026-03-16'), endsOn: new Date('2026-03-20'), reason: 'Trasloco' },
  })
  const { answerId, dueOn } = await waitingProposal({ topic: 'education' })
  expect(dueOn).toBe('2026-04-29')
  const answer = await db.answer.findUniqueOrThrow({ where: { id: answerId } })
  expect(answer.officeId).toBe(school.id)
  await db.officeClosure.deleteMany({ where: { officeId: school.id } })
})

test('a proposal without points is answered as one', async () => {
  const { proposalId } = await waitingProposal({ points: [], title: 'Una panchina davanti alla scuola' })
  expect(await livePoints(proposalId)).toMatchObject([{ position: 1, text: 'Una panchina davanti alla scuola' }])
})

test('an answer is drafted, published, and makes its commitments', async () => {
  const { proposalId, answerId } = await waitingProposal()
  const emanuele = await actor('emanuele')
  await markSeen(emanuele, answerId, tenMarch)
  const before = await revision(answerId)
  await expect(publishAnswer(emanuele, answerId, { revision: before, changeReason: null })).rejects.toThrow(
    'answer.points-without-reasons',
  )
  const saved = await drafted(answerId, proposalId)
  const { version } = await publishAnswer(
    emanuele,
    answerId,
    { revision: saved.revision, changeReason: null },
    tenMarch,
  )
  expect(version).toBe(1)
  const proposal = await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  expect(proposal).toMatchObject({ stage: 'answered', answeredAt: tenMarch, dueOn: null })
  expect((await journalOf(proposalId)).slice(-2)).toEqual(['answer.given', 'commitment.made'])
  const shown = await answersOf(await actor('carmela'), proposalId)
  expect(shown.rounds[0]).toMatchObject({ standing: 'in-time', version: 1 })
  expect(shown.rounds[0]?.latest?.points).toMatchObject([
    { position: 1, verdict: 'accepted', promise: 'Apriamo lo sportello', promisedOn: '2026-09-01' },
    { position: 2, verdict: 'notAccepted', reasons: 'Non ci sono fondi.', promise: null },
  ])
  expect(shown.commitments).toMatchObject([{ title: 'Apriamo lo sportello', dueOn: '2026-09-01' }])
})

test('a published answer changes only as a new version with a reason; its commitment stays one', async () => {
  const { proposalId, answerId } = await answeredProposal()
  const emanuele = await actor('emanuele')
  await drafted(answerId, proposalId)
  await db.answer.update({ where: { id: answerId }, data: { opening: 'Buongiorno.' } })
  const seen = await revision(answerId)
  await expect(publishAnswer(emanuele, answerId, { revision: seen, changeReason: null })).rejects.toThrow(
    'answer.say-why-it-changes',
  )
  await publishAnswer(emanuele, answerId, { revision: seen, changeReason: 'Mancava una data.' })
  const versions = await answerVersions(answerId)
  expect(versions?.versions.map(({ number, changeReason }) => [number, changeReason])).toEqual([
    [2, 'Mancava una data.'],
    [1, null],
  ])
  expect(await db.commitment.count({ where: { proposalId } })).toBe(1)
  expect((await journalOf(proposalId)).at(-1)).toBe('answer.changed')
  await expect(db.answerVersion.updateMany({ where: { answerId }, data: { opening: 'x' } })).rejects.toThrow(
    /append-only/,
  )
})

test('what is drafted after publication is not public', async () => {
  const { proposalId, answerId } = await answeredProposal()
  const [first] = await livePoints(proposalId)
  await saveAnswerDraft(await actor('emanuele'), answerId, {
    revision: await revision(answerId),
    opening: 'Segreto',
    language: 'it',
    points: [{ ...nothing, pointId: first?.id ?? '', verdict: 'notAccepted', reasons: 'Ripensandoci' }],
  })
  expect(JSON.stringify(await answersOf(await actor('ada'), proposalId))).not.toMatch(/Segreto|Ripensandoci/)
})

test('two people writing do not overwrite each other; publishing twice at once makes one version', async () => {
  const { proposalId, answerId } = await waitingProposal()
  const seen = await revision(answerId)
  await drafted(answerId, proposalId)
  const late = { revision: seen, opening: 'x', language: 'it' as const, points: [] }
  await expect(saveAnswerDraft(await actor('luca'), answerId, late)).rejects.toThrow('answer.changed-elsewhere')
  const publication = { revision: await revision(answerId), changeReason: null }
  const outcomes = await Promise.allSettled([
    publishAnswer(await actor('emanuele'), answerId, publication, tenMarch),
    publishAnswer(await actor('luca'), answerId, publication, tenMarch),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.answerVersion.count({ where: { answerId } })).toBe(1)
})

test.each(['ada', 'carmela', 'drita', 'fatou', 'irene', 'nora'] as const)(
  '%s cannot write, publish or extend',
  async (name) => {
    const { answerId } = await waitingProposal()
    const other = await actor(name)
    const draft = { revision: await revision(answerId), opening: '', language: 'it' as const, points: [] }
    await expect(saveAnswerDraft(other, answerId, draft)).rejects.toThrow('answer.not-your-office')
    await expect(publishAnswer(other, answerId, { revision: 0, changeReason: null })).rejects.toThrow(
      'answer.not-your-office',
    )
    await expect(extendAnswer(other, answerId, { days: 1, reason: 'x' })).rejects.toThrow('answer.only-heads-extend')
    await expect(addInternalNote(other, answerId, 'x')).rejects.toThrow('answer.not-your-office')
  },
)

test('drafts and notes are seen by the office alone', async () => {
  const { answerId } = await waitingProposal()
  await addInternalNote(await actor('emanuele'), answerId, 'Chiedere ai Lavori pubblici', tenMarch)
  expect((await internalNotes(await actor('luca'), answerId)).notes).toMatchObject([
    { text: 'Chiedere ai Lavori pubblici', who: 'Emanuele Rossi' },
  ])
  for (const who of ['ada', 'irene'] as const)
    await expect(internalNotes(await actor(who), answerId)).rejects.toThrow('answer.not-your-office')
  await expect(answerAtDesk(await actor('ada'), answerId)).rejects.toThrow('answer.not-your-office')
})

test('a point is split: parts take its place, what was written stays with the first', async () => {
  const { proposalId, answerId } = await waitingProposal({ points: ['Uno', 'Due e tre', 'Quattro'] })
  await drafted(answerId, proposalId)
  const [, second] = await livePoints(proposalId)
  await splitPoint(await actor('emanuele'), answerId, { pointId: second?.id ?? '', parts: ['Due', 'Tre'] })
  const desk = await answerAtDesk(await actor('emanuele'), answerId)
  expect(desk.points.map(({ position, text, reasons }) => [position, text, reasons])).toEqual([
    [1, 'Uno', 'Serve.'],
    [2, 'Due', 'Non ci sono fondi.'],
    [3, 'Tre', ''],
    [4, 'Quattro', 'Non ci sono fondi.'],
  ])
  await expect(
    splitPoint(await actor('emanuele'), answerId, { pointId: second?.id ?? '', parts: ['a', 'b'] }),
  ).rejects.toThrow('not-found')
  await expect(
    saveAnswerDraft(await actor('emanuele'), answerId, {
      revision: await revision(answerId),
      opening: '',
      language: 'it',
      points: [{ ...nothing, pointId: second?.id ?? '', verdict: null, reasons: '' }],
    }),
  ).rejects.toThrow('answer.points-changed')
})

test('the head gives an answer to one officer: others of the office no longer write', async () => {
  const { proposalId, answerId } = await waitingProposal()
  const [emanuele, luca, marta] = await Promise.all([actor('emanuele'), actor('luca'), actor('marta')])
  const { id: officeId } = await office()
  await expect(assignAnswer(emanuele, answerId, { officeId, assigneeId: emanuele.id })).rejects.toThrow(
    'answer.only-heads-assign',
  )
  await expect(assignAnswer(marta, answerId, { officeId, assigneeId: (await actor('ada')).id })).rejects.toThrow(
    'answer.assignee-not-in-office',
  )
  const seen = await revision(answerId)
  await assignAnswer(marta, answerId, { officeId, assigneeId: luca.id })
  expect(await revision(answerId)).toBe(seen)
  const draft = { revision: seen, opening: '', language: 'it' as const, points: [] }
  await expect(saveAnswerDraft(emanuele, answerId, draft)).rejects.toThrow('answer.given-to-another')
  await saveAnswerDraft(luca, answerId, draft)
  await expect(
    assignAnswer(marta, answerId, { officeId: (await office('Welfare')).id, assigneeId: null }),
  ).rejects.toThrow('not-found')
  expect(await journalOf(proposalId)).toContain('answer.assigned')
})

test('one extension, by the head, in time, within the rules, with a new public date', async () => {
  const { proposalId, answerId } = await waitingProposal()
  const marta = await actor('marta')
  const reason = 'Aspettiamo il parere della ASL.'
  await expect(extendAnswer(marta, answerId, { days: 16, reason }, tenMarch)).rejects.toThrow(
    'answer.extension-too-long',
  )
  await expect(extendAnswer(marta, answerId, { days: 5, reason }, new Date('2026-04-23T08:00:00Z'))).rejects.toThrow(
    'answer.too-late-to-extend',
  )
  const { dueOn } = await extendAnswer(marta, answerId, { days: 5, reason }, tenMarch)
  expect(dueOn).toBe('2026-04-29')
  await expect(extendAnswer(marta, answerId, { days: 1, reason }, tenMarch)).rejects.toThrow('answer.already-extended')
  const { rounds } = await answersOf(marta, proposalId, tenMarch)
  expect(rounds[0]).toMatchObject({
    dueOn: '2026-04-29',
    extension: { fromDue: '2026-04-22', toDue: '2026-04-29', reason },
  })
  expect(rounds[0]?.computation?.extension).toMatchObject({ workingDays: 5, startedOn: '2026-04-22' })
  expect(await journalOf(proposalId)).toContain('answer.extended')
})

test('the author judges once and asks for one review, which runs its own clock', async () => {
  const { proposalId, answerId } = await answeredProposal()
  const [ada, carmela] = await Promise.all([actor('ada'), actor('carmela')])
  await expect(judgeAnswer(carmela, answerId, { version: 1, satisfaction: 'yes', reason: null })).rejects.toThrow(
    'answer.only-authors-judge',
  )
  await expect(askReview(ada, answerId, { reason: 'Manca la data' })).rejects.toThrow('answer.judge-first')
  await judgeAnswer(ada, answerId, { version: 1, satisfaction: 'inPart', reason: 'Manca la data.' })
  await expect(judgeAnswer(ada, answerId, { version: 1, satisfaction: 'yes', reason: null })).rejects.toThrow(
    'answer.already-judged',
  )
  const may = new Date('2026-05-04T09:00:00Z')
  const { answerId: reviewId, dueOn } = await askReview(ada, answerId, { reason: 'Guardate di nuovo la data.' }, may)
  expect(dueOn).toBe('2026-05-25')
  const proposal = await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  expect(proposal.stage).toBe('qualified')
  await expect(askReview(ada, answerId, { reason: 'Ancora' })).rejects.toThrow('answer.one-review-only')
  const desk = await answerAtDesk(await actor('emanuele'), reviewId)
  expect(desk.points.map(({ verdict }) => verdict)).toEqual(['accepted', 'notAccepted'])
  await publishAnswer(await actor('emanuele'), reviewId, { revision: desk.revision, changeReason: null }, may)
  const after = await answersOf(ada, proposalId, may)
  expect(after.rounds.map(({ round, version }) => [round, version])).toEqual([
    [1, 1],
    [2, 1],
  ])
  expect(after.commitments).toHaveLength(1)
  await judgeAnswer(ada, reviewId, { version: 1, satisfaction: 'no', reason: 'No.' })
  await expect(askReview(ada, reviewId, { reason: 'Ancora una volta' })).rejects.toThrow('answer.one-review-only')
  await expect(
    publishAnswer(await actor('emanuele'), answerId, { revision: await revision(answerId), changeReason: 'x' }),
  ).rejects.toThrow('answer.review-began')
})

test('whoever judged that it answers asks for no review; a delegate judges for the association', async () => {
  const { answerId } = await answeredProposal({ forAssociation: true })
  const bilal = await actor('bilal')
  await judgeAnswer(bilal, answerId, { version: 1, satisfaction: 'yes', reason: null })
  await expect(askReview(bilal, answerId, { reason: 'Eppure' })).rejects.toThrow('answer.judged-as-answering')
})

test('the desk is sorted by due date and group; dues show what is near', async () => {
  const { answerId, proposalId } = await waitingProposal({ now: new Date('2026-06-01T08:00:00Z') })
  const now = new Date('2026-07-08T08:00:00Z')
  const { lines } = await deskQueue(await actor('emanuele'), now)
  const line = lines.find((one) => one.answerId === answerId)
  expect(line).toMatchObject({ dueOn: '2026-07-14', group: 'soon', daysLeft: 4 })
  expect([...lines].map(({ dueOn }) => dueOn).sort()).toEqual(lines.map(({ dueOn }) => dueOn))
  const dues = await duesIn('/puglia/bari/', 50, now)
  expect(dues.find((due) => due.proposalId === proposalId)).toMatchObject({
    standing: 'soon',
    officeName: 'Servizi sociali',
  })
  expect(await duesIn('/puglia/lecce/', 50, now)).toEqual([])
  await expect(deskQueue(await actor('ada'), now)).rejects.toThrow('answer.no-office')
})
