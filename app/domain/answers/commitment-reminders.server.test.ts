import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { choosePreferences } from '#app/domain/notifications/commands.server'
import { notificationList, preferencesOf } from '#app/domain/notifications/queries.server'
import { said } from '#app/i18n/sayings'
import { wordsFor } from '#app/i18n/server-words.server'
import type { CastName } from '#prisma/seed/town'
import { answeredProposal, revision } from '#tests/world/answers'
import { actor, office } from '#tests/world/people'
import { toldOf } from '#tests/world/telling'
import { commitmentPage } from './commitment-queries.server'
import { dropCommitment, finishCommitment, moveCommitment } from './commitments.server'
import { deskQueue } from './desk.server'
import { publishAnswer } from './publish-answer.server'
import { remindCommitments } from './remind-commitments.server'

const at = (day: string) => new Date(`${day}T08:00:00Z`)
const title = 'Sportello in ospedale'

/** Promised on 10 March 2026 for Tuesday 1 September, by the person who had the answer if any. */
async function promised(ownerName?: CastName) {
  await db.commitment.updateMany({ where: { doneAt: null, droppedAt: null }, data: { doneAt: at('2026-01-01') } })
  const { proposalId, answerId } = await answeredProposal({ title })
  if (ownerName) await db.answer.update({ where: { id: answerId }, data: { assigneeId: (await actor(ownerName)).id } })
  const { id } = await db.commitment.findFirstOrThrow({ where: { proposalId }, select: { id: true } })
  return { id, proposalId, answerId }
}

async function reminders(commitmentId: string) {
  const sent = await db.commitmentReminder.findMany({ where: { commitmentId }, orderBy: { at: 'asc' } })
  return sent.map(({ kind, at }) => `${kind} ${at.toISOString().slice(0, 10)}`)
}

async function sweep(from: string, to: string) {
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
    const now = new Date(day + 8 * 3_600_000)
    await Promise.all([remindCommitments(now), remindCommitments(now)])
  }
}

const remindedEntries = (subjectId: string) => db.entry.count({ where: { subjectId, what: 'commitment.reminded' } })

async function newest(name: CastName) {
  const [told] = (await notificationList(await actor(name), null, 1)).notifications
  if (!told) throw new Error(`${name} heard nothing`)
  return { said: said(wordsFor('it'), 'it', told.saying, told.title), task: told.task, place: told.place }
}

test('each reminder goes once, on its working day, and is in the journal', async () => {
  const { id, proposalId } = await promised()
  await sweep('2026-07-15', '2026-09-20')
  expect(await reminders(id)).toEqual([
    'tenDays 2026-08-18',
    'oneDay 2026-08-31',
    'owner 2026-09-02',
    'head 2026-09-08',
  ])
  expect(await remindedEntries(proposalId)).toBe(4)
})

test.each([
  [
    '2026-08-18',
    'Mantieni l’impegno entro martedì 1 settembre 2026, mancano 10 giorni lavorativi',
    'Emanuele!',
    'Marta',
  ],
  [
    '2026-09-02',
    'L’impegno era da mantenere entro martedì 1 settembre 2026, in ritardo di 1 giorno lavorativo',
    'Emanuele!',
    'Marta',
  ],
  [
    '2026-09-08',
    'Il tuo ufficio non ha ancora mantenuto un impegno, la data era martedì 1 settembre 2026, in ritardo di 5 giorni lavorativi',
    'Emanuele!',
    'Marta!',
  ],
])(
  'on %s the owner must act and the office hears, in the end the head must act',
  async (day, sentence, owner, head) => {
    const { id, proposalId } = await promised('emanuele')
    await remindCommitments(at(day))
    const letters = await toldOf(proposalId, 'commitment.reminded')
    expect(letters.find(({ to }) => to === 'emanuele@esempio.it')?.subject).toBe(`Tocca a te: ${sentence}: ${title}`)
    expect(await newest('emanuele')).toEqual({
      said: `${sentence}: ${title}`,
      task: 'open',
      place: `/commitments/${id}`,
    })
    const heard = await db.notification.findMany({
      where: { subjectId: proposalId, what: 'commitment.reminded' },
      select: { toDo: true, person: { select: { pseudonym: true } } },
    })
    const names = heard.map(({ toDo, person }) => `${person.pseudonym}${toDo ? '!' : ''}`)
    expect(names).toEqual(expect.arrayContaining([owner, head]))
  },
)

test('where nobody has it in hand, or who had it has left the office, everybody there must act', async () => {
  for (const who of [undefined, 'carmela'] as const) {
    const { proposalId } = await promised(who)
    await remindCommitments(at('2026-09-02'))
    await toldOf(proposalId, 'commitment.reminded')
    const acting = await db.notification.findMany({
      where: { subjectId: proposalId, toDo: true, what: 'commitment.reminded' },
      select: { person: { select: { pseudonym: true } } },
    })
    expect(acting.map(({ person }) => person.pseudonym).sort()).toEqual(['Emanuele', 'Luca', 'Marta'])
  }
})

test('an overdue commitment stands on the desk and among the open tasks until it has a new date', async () => {
  const { id, proposalId } = await promised('emanuele')
  const emanuele = await actor('emanuele')
  const owed = async (day: string) => (await deskQueue(emanuele, at(day))).owed.map((one) => one.id)
  expect(await owed('2026-07-01')).toEqual([])
  expect(await owed('2026-08-25')).toEqual([id])
  expect((await deskQueue(emanuele, at('2026-09-02'))).owed).toMatchObject([
    { id, dueOn: '2026-09-01', standing: 'late', daysLeft: -1 },
  ])
  expect((await deskQueue(await actor('irene'), at('2026-09-02'))).owed).toEqual([])
  await remindCommitments(at('2026-09-02'))
  await toldOf(proposalId, 'commitment.reminded')
  expect((await newest('emanuele')).task).toBe('open')

  const reason = 'I lavori del piano terra non sono finiti.'
  const move = (dueOn: string, on = '2026-09-03') => moveCommitment(emanuele, id, { dueOn, reason }, at(on))
  await expect(moveCommitment(await actor('ada'), id, { dueOn: '2026-10-01', reason })).rejects.toThrow(
    'answer.not-your-office',
  )
  await expect(move('2026-09-02')).rejects.toThrow('commitment.date-is-past')
  await expect(move('2026-09-01', '2026-09-01')).rejects.toThrow('commitment.same-date')
  const ada = await actor('ada')
  await choosePreferences(ada, { ...(await preferencesOf(ada)), commitments: 'now' })
  await move('2026-10-01')

  expect((await newest('emanuele')).task).toBe('finished')
  expect(await owed('2026-09-03')).toEqual([])
  const page = await commitmentPage(emanuele, id, at('2026-09-03'))
  expect(page).toMatchObject({ state: 'running', dueOn: '2026-10-01' })
  expect(page.happenings).toMatchObject([{ text: reason, moved: { from: '2026-09-01', to: '2026-10-01' } }])
  const letters = await toldOf(proposalId, 'commitment.moved')
  const letter = letters.find(({ to }) => to === 'ada@esempio.it')
  expect((await newest('ada')).said).toBe(
    `Un impegno ha una nuova data, giovedì 1 ottobre 2026, non più martedì 1 settembre 2026: ${title}`,
  )
  expect(letter?.text).toContain(`Il motivo: «${reason}»`)
  // The new date has its own reminders
  await sweep('2026-09-20', '2026-10-02')
  expect((await reminders(id)).slice(1)).toEqual(['tenDays 2026-09-20', 'oneDay 2026-09-30', 'owner 2026-10-02'])
})

test('what is done or dropped is left alone', async () => {
  const emanuele = await actor('emanuele')
  const done = await promised('emanuele')
  await finishCommitment(emanuele, done.id, { outcome: 'C’è lo sportello', evidence: null })
  await remindCommitments(at('2026-09-02'))
  expect(await reminders(done.id)).toEqual([])
  const dropped = await promised('emanuele')
  await dropCommitment(emanuele, dropped.id, { reason: 'La ASL non ha più i locali.' })
  await remindCommitments(at('2026-09-02'))
  expect(await reminders(dropped.id)).toEqual([])
})

test('a promise of a vote is reminded to its office', async () => {
  await promised()
  await db.commitment.updateMany({ data: { doneAt: at('2026-01-01') } })
  const { id: officeId } = await office()
  const { id } = await db.commitment.create({
    data: { officeId, title: 'Panchine al porto', dueOn: new Date('2026-09-01') },
    select: { id: true },
  })
  await remindCommitments(at('2026-08-31'))
  const letters = await toldOf(id, 'commitment.reminded')
  expect(letters[0]?.subject).toContain('manca 1 giorno lavorativo: Panchine al porto')
})

test('a new version of the answer keeps the commitment that was moved', async () => {
  const { id, proposalId, answerId } = await promised()
  const emanuele = await actor('emanuele')
  await moveCommitment(
    emanuele,
    id,
    { dueOn: '2026-10-01', reason: 'I lavori del piano terra non sono finiti.' },
    at('2026-09-03'),
  )
  const now = at('2026-09-04')
  await publishAnswer(
    emanuele,
    answerId,
    { revision: await revision(answerId), changeReason: 'La data è un’altra.' },
    now,
  )
  expect(await db.commitment.count({ where: { proposalId } })).toBe(1)
})
