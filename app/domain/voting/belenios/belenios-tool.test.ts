import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hasBeleniosTool } from '#tests/world/belenios-tool'
import type { Member } from './archive'
import { auditArchive } from './audit'
import { archiveBytes } from './board'
import {
  certificateText,
  deliveryText,
  readCertificateText,
  readDealing,
  readDelivery,
  readHolding,
} from './ceremony-texts'
import { type Group, groupNamed } from './group'
import { announceVote, castVote, type InventedVote, openVote, singleTrustees } from './invented-vote'
import {
  type Dealing,
  dealShares,
  decryptionKeyOf,
  deliveryFor,
  type Holding,
  makeCertificate,
  takeShares,
  thresholdOf,
} from './key-ceremony'
import { predictable } from './predictable-random'
import { resultText } from './result'
import { makeSeed } from './secure-channel'
import { announced, questions, tamperings } from './tampered-boards'

const isInstalled = hasBeleniosTool()

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'belenios-'))
  folders.push(folder)
  return folder
}

function tool(folder: string, words: string[], input = '') {
  const env = { ...process.env, BELENIOS_USE_URANDOM: '1' }
  const { status, stdout, stderr } = spawnSync('belenios-tool', words, { cwd: folder, encoding: 'utf8', input, env })
  return { status, stdout: stdout.trim(), stderr }
}

function folderWith(members: readonly Member[], name = 'vote'): string {
  const folder = newFolder()
  writeFileSync(join(folder, `${name}.bel`), Buffer.concat([...archiveBytes(members, 1795346058)]))
  return folder
}

function seven(vote: InventedVote, random: ReturnType<typeof predictable>): InventedVote {
  return [
    [0, 1, 0, 0, 1, 1, 0],
    [0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0],
    [0, 1, 1, 0, 0, 0, 0],
  ].reduce((board, choices, index) => castVote(board, index % 3, [choices, [index % 2, 1 - (index % 2)]], random), vote)
}

const sevenChoices = [
  { answers: ['a', 'b', 'c', 'd', 'e', 'f', 'perché "no"?'], min: 0, max: 3, question: 'Città: quali?\nfino a tre' },
  { answers: ['sì'], blank: true, min: 1, max: 1, question: 'Sì?' },
]

describe.skipIf(!isInstalled)('archives made here, judged by belenios-tool', () => {
  it.each(['BELENIOS-2048', 'RFC-3526-2048'])('in %s verify, and give our result', (name) => {
    const random = predictable(name)
    const group = groupNamed(name)!
    const trustees = singleTrustees(group, 2, random)
    const open = seven(openVote({ questions: sevenChoices, voters: 3, random, group, trustees }), random)
    const done = announceVote(open, [2, 1], random)
    expect(tool(folderWith(open.members), ['election', 'verify']).status).toBe(0)
    const folder = folderWith(done.members)
    expect(tool(folder, ['election', 'verify'])).toMatchObject({ status: 0 })
    expect(tool(folder, ['election', 'compute-result'])).toMatchObject({ status: 0, stdout: resultText(done.totals) })
  })

  it('in full are accepted untampered', () => {
    expect(tool(folderWith(announced.members), ['election', 'verify']).status).toBe(0)
  })

  it.each(tamperings)('with %s are refused, as ours refuses them for %s', (_, __, tell, refusedBy) => {
    const { status } = tool(folderWith(tell()), ['election', 'verify'])
    expect(status === 0).toBe(refusedBy === 'us')
  })
})

describe.skipIf(!isInstalled)('trustees of both programs make a key together', () => {
  const random = predictable('mixed ceremony')
  const group: Group = groupNamed('BELENIOS-2048')!
  const step = (folder: string, words: string[], input?: string) => {
    const run = tool(folder, ['setup', 'generate-trustee-key-threshold', '--group', group.name, ...words], input)
    expect(run.stderr).not.toContain('belenios-tool:')
    return run.stdout
  }
  const readEnding = (folder: string, ending: string) =>
    readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(ending))!), 'utf8').trim()

  it('and any two of three open the vote', async () => {
    const theirs = newFolder()
    step(theirs, ['--step', '1'])
    const key = readdirSync(theirs).find((name) => name.endsWith('.key'))!
    const seeds = [makeSeed(random), makeSeed(random)]
    const certificates = [
      ...seeds.map((seed) => makeCertificate(group, seed, random)),
      readCertificateText(readEnding(theirs, '.cert'))!,
    ]
    const withCertificates = ['--certs', 'certs.jsons', '--key', key]
    writeFileSync(join(theirs, 'certs.jsons'), certificates.map((it) => `${certificateText(it)}\n`).join(''))
    const dealt = step(theirs, [...withCertificates, '--step', '3', '--threshold', '2'])
    const dealings = [
      ...seeds.map((seed) => dealShares(group, seed, certificates, 2, random) as Dealing),
      readDealing(dealt)!,
    ]
    expect(readDelivery(deliveryText(deliveryFor(dealings, 3)))).toEqual(deliveryFor(dealings, 3))
    const taken = step(theirs, [...withCertificates, '--step', '5'], `${deliveryText(deliveryFor(dealings, 3))}\n`)
    const holdings = [
      ...seeds.map(
        (seed, index) => takeShares(group, seed, certificates, 2, deliveryFor(dealings, index + 1), random) as Holding,
      ),
      readHolding(taken)!,
    ]
    const published = thresholdOf(
      group,
      2,
      certificates,
      dealings,
      holdings.map(({ key }) => key),
    )!
    const allSeeds = [...seeds, readFileSync(join(theirs, key), 'utf8').trim()]
    const secrets = allSeeds.map((seed, index) => decryptionKeyOf(group, seed, holdings[index]!.privateKey)!)
    const trustees = { published: [published], secrets }
    const open = seven(openVote({ questions: sevenChoices, voters: 3, random, group, trustees }), random)
    for (const owners of [
      [1, 2],
      [3, 1],
      [2, 3],
    ]) {
      const done = announceVote(open, owners, random)
      const folder = folderWith(done.members)
      expect(tool(folder, ['election', 'verify'])).toMatchObject({ status: 0 })
      expect(tool(folder, ['election', 'compute-result']).stdout).toBe(resultText(done.totals))
      expect(await auditArchive(archiveBytes(done.members, 1))).toMatchObject({
        verdict: 'accepted',
        totals: done.totals,
      })
    }
  })
})

describe.skipIf(!isInstalled)('a vote opened here and held by belenios-tool', () => {
  it('its ballots, tally, decryption and result are accepted', async () => {
    const random = predictable('held elsewhere')
    const open = openVote({ questions, voters: 3, random })
    const folder = folderWith(open.members, open.election.uuid)
    writeFileSync(join(folder, 'key'), JSON.stringify(String(open.secrets[0])))
    const add = (kind: string, data: string) =>
      expect(tool(folder, ['archive', 'add-event', `--type=${kind}`], data)).toMatchObject({ status: 0 })
    for (const [index, choices] of ['[[0,1,0],[1,1]]', '[[1,0,0],[0,0]]', '[[0,1,0],[0,1]]'].entries()) {
      writeFileSync(join(folder, 'credential'), `${open.credentials[index]}\n`)
      writeFileSync(join(folder, 'choices'), choices)
      add(
        'Ballot',
        tool(folder, ['election', 'generate-ballot', '--privcred', 'credential', '--ballot', 'choices']).stdout,
      )
    }
    add('EndBallots', '')
    add('EncryptedTally', tool(folder, ['election', 'compute-encrypted-tally']).stdout)
    add('PartialDecryption', tool(folder, ['election', 'decrypt', '--privkey', 'key', '--trustee-id', '1']).stdout)
    add('Result', tool(folder, ['election', 'compute-result']).stdout)
    const verdict = await auditArchive([readFileSync(join(folder, `${open.election.uuid}.bel`))])
    expect(verdict).toMatchObject({
      verdict: 'accepted',
      ballotsPosted: 3,
      totals: [
        [1n, 2n, 0n],
        [1n, 2n],
      ],
    })
  })
})
