import '#tests/world/database'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { openPoll } from '#app/domain/polls/open-poll.server'
import { auditArchive } from '#app/domain/voting/belenios/audit'
import { fingerprint } from '#app/domain/voting/belenios/hashing'
import { addressOf } from '#prisma/seed/town'
import { actor, journalOf } from '#tests/world/people'
import { endAndCount } from '#tests/world/polls'
import { castSealed, draftedSecretPoll, fileOf, makeKey, open } from '#tests/world/secret-votes'
import { archiveOf } from './board.server'
import { entitledPeople, registrarPage, saveCredentials } from './registrar.server'

const folder = mkdtempSync(join(tmpdir(), 'agora-registrar-'))

/** On the other office's computer. */
function credentialsFor(uuid: string, people: string, round = 1) {
  const out = join(folder, String(round))
  const voters = join(folder, `${uuid}-people.txt`)
  writeFileSync(voters, people)
  const words = ['--import', 'tsx', 'bin/registrar.ts', '--uuid', uuid, '--voters', voters, '--out', out]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  const read = (ending: string) => readFileSync(join(out, `${uuid}.${ending}`), 'utf8')
  const lines = read('privcreds').trim().split('\n')
  return { stdout, open: read('pubcreds'), secret: read('privcreds'), of: new Map(lines.map(split)) }
}

const split = (line: string): [string, string] => [line.slice(0, line.lastIndexOf(' ')), line.split(' ').at(-1) ?? '']

test('the officer hands out the list of the entitled, takes the public file, and people vote with what they received', async () => {
  const { id, officer } = await draftedSecretPoll({ setup: { credentials: 'registrar' } })
  const keepers = await makeKey(id)
  const { name, pieces } = await entitledPeople(officer, id)
  let text = ''
  for await (const piece of pieces) text += piece
  const { uuid, people, kept } = await registrarPage(officer, id)
  expect([name, kept]).toEqual([`${uuid}-people.txt`, 0])
  const lines = text.trim().split('\n')
  expect(lines).toHaveLength(people)
  expect(lines).toContain(addressOf('carmela'))
  // Neither who lives elsewhere, nor who has not confirmed, nor anything but the address
  for (const other of [addressOf('drita'), addressOf('nora'), 'Carmela']) expect(text).not.toContain(other)
  expect(await journalOf(id)).toContain('poll.entitled-listed')
  await expect(entitledPeople(await actor('carmela'), id)).rejects.toThrow('not-found')

  const made = credentialsFor(uuid, text)
  await saveCredentials(officer, id, fileOf(made.open, `${uuid}.pubcreds`))
  const page = await registrarPage(officer, id)
  expect(page).toMatchObject({ kept: people, print: fingerprint(made.open) })
  expect(made.stdout).toContain(page.print)
  await openPoll(officer, id)
  for (const [who, choice] of [
    ['carmela', 'yes'],
    ['bilal', 'no'],
    ['ada', 'yes'],
  ] as const)
    await castSealed(id, who, { choices: [choice] }, made.of.get(addressOf(who)))
  await endAndCount(id)
  await open(id, 'marta', keepers)
  await open(id, 'fatou', keepers)
  const { report } = await db.poll.findUniqueOrThrow({ where: { id }, select: { report: true } })
  expect(report).toMatchObject({ ballots: 3, totals: { yes: '2', no: '1', blank: '0' } })
})

test('a wrong file is refused with the place of what is wrong, and nothing is kept', async () => {
  const { id, officer } = await draftedSecretPoll({ setup: { credentials: 'registrar' } })
  const { uuid } = await registrarPage(officer, id)
  const made = credentialsFor(uuid, 'uno\ndue\ntre\n')
  const [first = '', second = ''] = JSON.parse(made.open) as string[]
  const refusals: [text: string, reason: string, values: object, name?: string][] = [
    ['', 'no-file', {}],
    ['ciao', 'not-a-list', { entry: 0 }],
    ['[]', 'not-a-list', {}],
    [made.secret, 'private', { entry: 1 }],
    [made.open, 'other-vote', { other: 'altrovoto12345', uuid }, 'altrovoto12345.pubcreds'],
    [JSON.stringify([first, 'x']), 'not-a-credential', { entry: 2 }],
    [JSON.stringify([first, second, '1']), 'out-of-range', { entry: 3 }],
    // A number that is no power of the generator
    [JSON.stringify([first, '2']), 'out-of-range', { entry: 2 }],
    [JSON.stringify([first, second, first]), 'twice', { entry: 3 }],
    [JSON.stringify([`${first},3`]), 'weighted', { entry: 1 }],
  ]
  for (const [text, reason, values, name] of refusals)
    await expect(saveCredentials(officer, id, fileOf(text, name)), reason).rejects.toMatchObject({
      reason: `poll.credentials-${reason}`,
      values,
    })
  expect((await registrarPage(officer, id)).kept).toBe(0)
})

test('a list in any order stands on the board by size, and the last one handed in is the one that counts', async () => {
  const { id, officer } = await draftedSecretPoll({ setup: { credentials: 'registrar' } })
  await makeKey(id)
  const { uuid } = await registrarPage(officer, id)
  const [one, two] = [
    credentialsFor(uuid, 'uno\ndue\n'),
    JSON.parse(credentialsFor(uuid, 'a\nb\nc\n', 2).open) as string[],
  ]
  await saveCredentials(officer, id, fileOf(one.open))
  await saveCredentials(officer, id, fileOf(`[ "${two.toReversed().join('" ,\n "')}" ]\n`))
  const list = JSON.stringify(two)
  expect(await registrarPage(officer, id)).toMatchObject({ kept: 3, print: fingerprint(list) })
  await openPoll(officer, id)
  const read: Uint8Array[] = []
  for await (const piece of await archiveOf(id, `${uuid}.bel`)) read.push(piece)
  expect(Buffer.concat(read).toString()).toContain(list)
  expect(await auditArchive(read)).toMatchObject({ verdict: 'accepted' })
  const rows = { where: { pollId: id }, data: { position: 9 } }
  await expect(db.publicCredential.updateMany(rows)).rejects.toThrow('does not change')
  await expect(saveCredentials(officer, id, fileOf(one.open))).rejects.toThrow('poll.rules-are-frozen')
})

test('where the platform makes the credentials there is no list to hand out', async () => {
  const { id, officer } = await draftedSecretPoll()
  await expect(entitledPeople(officer, id)).rejects.toThrow('poll.no-registrar-here')
  await expect(registrarPage(officer, id)).rejects.toThrow('poll.no-registrar-here')
})
