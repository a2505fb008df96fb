import '#tests/world/database'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { What } from '#app/domain/journal/entries'
import { tell } from '#app/domain/notifications/tell.server'
import { openPoll, restartPoll } from '#app/domain/polls/open-poll.server'
import { pollPage } from '#app/domain/polls/queries.server'
import { remindVoters } from '#app/domain/polls/remind-voters.server'
import { draftPage } from '#app/domain/polls/wizard.server'
import { auditArchive } from '#app/domain/voting/belenios/audit'
import { makeSeed } from '#app/domain/voting/belenios/secure-channel'
import { messageOf } from '#prisma/seed/browsers'
import { addressOf } from '#prisma/seed/town'
import { lettersTo } from '#tests/world/letters'
import { actor, journalOf } from '#tests/world/people'
import { endAndCount } from '#tests/world/polls'
import { castSealed, draftedSecretPoll, makeKey, open, openedSecretPoll, sealed } from '#tests/world/secret-votes'
import { archiveOf, boardPage, headOf } from './board.server'
import { enterBooth } from './booth.server'
import { castSecretBallot } from './cast-secret-ballot.server'
import { keepHeads } from './keep-heads.server'
import { strongRandom } from './protocol.server'
import { remindTrustees } from './remind-trustees.server'
import { takeStep } from './trustees.server'

/** Tells everybody of the last entry of a kind; gives who has something to do, and the last letter to one of them. */
async function told(pollId: string, what: What, to: 'marta' | 'fatou') {
  const { id } = await db.entry.findFirstOrThrow({ where: { subjectId: pollId, what }, orderBy: { id: 'desc' } })
  await tell(String(id))
  const heard = await db.notification.findMany({
    where: { entryId: id, toDo: true },
    select: { person: { select: { pseudonym: true } } },
  })
  const letter = (await lettersTo(addressOf(to))).find(({ key }) => key.startsWith(`news:${id}:`))
  return { heard: heard.map(({ person }) => person.pseudonym).sort(), text: letter?.text ?? '' }
}

/** What the journal knows of this poll happened so many hours earlier. */
async function hoursPass(pollId: string, hours: number) {
  await db.$transaction([
    db.$executeRaw`alter table "Entry" disable trigger entry_is_append_only`,
    db.$executeRaw`update "Entry" set at = at - make_interval(hours => ${hours}::int) where "subjectId" = ${pollId}`,
    db.$executeRaw`alter table "Entry" enable trigger entry_is_append_only`,
  ])
}

const reminders = async (pollId: string) =>
  (await journalOf(pollId)).filter((what) => what === 'poll.trustees-reminded').length

test('trustees are told by letter what to do and when, and reminded while their part is missing', async () => {
  const { id } = await draftedSecretPoll()
  const named = await told(id, 'poll.trustees-named', 'marta')
  expect(named.heard).toEqual(['Fatou', 'Luca', 'Marta'])
  expect(named.text).toContain(`/polls/${id}/trustee`)
  expect(named.text).toContain('Servono 2 garanti su 3')
  expect(named.text).toContain('La votazione finisce: ')
  await remindTrustees()
  expect(await reminders(id)).toBe(0)
  const luca = { person: await actor('luca'), seed: makeSeed(strongRandom) }
  await takeStep(luca.person, id, 'certificate', await messageOf(id, luca))
  await hoursPass(id, 49)
  await Promise.all([remindTrustees(), remindTrustees()])
  expect(await reminders(id)).toBe(1)
  expect((await told(id, 'poll.trustees-reminded', 'marta')).heard).toEqual(['Fatou', 'Marta'])
  for (let day = 0; day < 30; day += 2) {
    await hoursPass(id, 49)
    await remindTrustees()
  }
  expect(await reminders(id)).toBe(10)
})

test('after the end trustees are called to open the sums, with the head of the board; who has opened is left alone', async () => {
  const { id, keepers } = await openedSecretPoll({ setup: { minimum: 1 } })
  await castSealed(id, 'carmela', { choices: ['yes'] })
  await endAndCount(id)
  const called = await told(id, 'poll.awaits-trustees', 'fatou')
  expect(called.heard).toEqual(['Fatou', 'Luca', 'Marta'])
  expect(called.text).toContain((await headOf(id))?.hash)
  await open(id, 'luca', keepers)
  await hoursPass(id, 24)
  await remindTrustees()
  const reminded = await told(id, 'poll.trustees-reminded', 'marta')
  expect(reminded.heard).toEqual(['Fatou', 'Marta'])
  expect(reminded.text).toContain('Senza la tua parte il voto non va avanti')
  await open(id, 'marta', keepers)
  await hoursPass(id, 24)
  await remindTrustees()
  expect(await reminders(id)).toBe(1)
})

test('the trustees hold the head of a board that has moved, once', async () => {
  const { id } = await openedSecretPoll()
  await keepHeads()
  expect(await journalOf(id)).not.toContain('poll.head-kept')
  await castSealed(id, 'carmela', { choices: ['yes'] })
  await keepHeads()
  await keepHeads()
  expect((await journalOf(id)).filter((what) => what === 'poll.head-kept')).toHaveLength(1)
  expect((await told(id, 'poll.head-kept', 'fatou')).text).toContain((await headOf(id))?.hash)
})

test('a restart voids board, credentials and key of a secret vote, and the old archive can still be checked', async () => {
  const { id, officer } = await openedSecretPoll()
  const before = await headOf(id)
  await castSealed(id, 'carmela', { choices: ['yes'] })
  const old = await sealed(id, 'bilal', { choices: ['no'] })
  const moved = await headOf(id)
  await restartPoll(officer, id, 'Mancava una risposta.')
  expect((await told(id, 'poll.trustees-named', 'fatou')).heard).toEqual(['Fatou', 'Luca', 'Marta'])
  const draft = await draftPage(officer, id)
  expect(draft.secret?.uuid).not.toBe(before?.uuid)
  expect(draft.secret).toMatchObject({ keyIsMade: false, credentialsKept: 0, trustees: ['Luca', 'Marta', 'Fatou'] })
  expect(draft.head).toEqual(moved)
  expect((await pollPage({ kind: 'visitor' }, id)).earlierHead).toEqual(moved)
  await expect(openPoll(officer, id)).rejects.toThrow('poll.secret-key-not-made')

  const keepers = await makeKey(id)
  await openPoll(officer, id)
  await expect(castSecretBallot(await actor('bilal'), id, old.text)).rejects.toThrow('poll.ballot-other-election')
  await castSealed(id, 'carmela', { choices: ['no'] })
  await castSealed(id, 'bilal', { choices: ['no'] })
  await endAndCount(id)
  await open(id, 'luca', keepers)
  await open(id, 'fatou', keepers)
  const { report } = await db.poll.findUniqueOrThrow({ where: { id }, select: { report: true } })
  expect(report).toMatchObject({ ballots: 2, totals: { yes: '0', no: '2', blank: '0' } })

  const { earlier, uuid } = await boardPage(id, null, null)
  expect(earlier).toEqual([{ round: 1, uuid: before?.uuid, headHash: moved?.hash }])
  const pieces: Uint8Array[] = []
  for await (const piece of await archiveOf(id, `${before?.uuid}.bel`)) pieces.push(piece)
  expect(await auditArchive(pieces)).toMatchObject({ verdict: 'accepted', stage: 'voting', ballotsPosted: 1 })
  expect(uuid).toBe(draft.secret?.uuid)
})

test('whoever enters the booth and does not finish is reminded; who votes without an account leaves nothing', async () => {
  const { id } = await openedSecretPoll()
  await enterBooth(await actor('carmela'), id)
  await enterBooth(await actor('bilal'), id)
  await castSealed(id, 'bilal', { choices: ['yes'] })
  await expect(enterBooth({ kind: 'visitor' }, id)).rejects.toThrow('sign-in-required')
  await expect(enterBooth(await actor('drita'), id)).rejects.toThrow('poll.residents-only')
  await remindVoters()
  const took = await db.pollParticipation.findMany({
    where: { pollId: id },
    select: { person: { select: { pseudonym: true } }, counted: true, remindedOn: true },
  })
  expect(took).toHaveLength(2)
  expect(took).toContainEqual({ person: { pseudonym: 'Carmela' }, counted: false, remindedOn: expect.any(Date) })
  expect(took).toContainEqual({ person: { pseudonym: 'Bilal' }, counted: true, remindedOn: null })
})
