import { describe, expect, it } from 'vitest'
import { archiveHeader, type Member, memberBytes } from './archive'
import { type Audit, auditArchive, headOfArchive } from './audit'
import { archiveBytes } from './board'
import { sha256Hex } from './hashing'
import { announceVote, castVote } from './invented-vote'
import { retold } from './retold-board'
import { announced, opened, random, setup, steps, tamperings, voted, withText } from './tampered-boards'

function audit(members: readonly Member[], heads: string[] = []): Promise<Audit> {
  return auditArchive(archiveBytes(members, 1795346058), { heads })
}

describe('an honest archive is accepted', () => {
  it('with its result, one ballot a voter counted', async () => {
    const verdict = await audit(announced.members)
    expect(verdict).toMatchObject({
      verdict: 'accepted',
      stage: 'announced',
      ballotsPosted: 3,
      credentials: 3,
      head: announced.head,
      totals: [
        [1n, 0n, 1n],
        [0n, 1n],
      ],
    })
    expect(announced.totals).toEqual([
      [1n, 0n, 1n],
      [0n, 1n],
    ])
  })

  it('at every moment before, saying how far it has come', async () => {
    const stages = []
    for (let length = 1; length <= steps.length; length++) {
      const verdict = await audit(retold(steps.slice(0, length)))
      stages.push(verdict.verdict === 'accepted' ? verdict.stage : verdict)
    }
    expect(stages).toEqual([
      'voting',
      'voting',
      'voting',
      'voting',
      'closed',
      'tallied',
      'tallied',
      'tallied',
      'announced',
    ])
  })

  it('told again from its steps is the same to the byte', () => {
    expect(retold(steps)).toEqual(announced.members)
  })

  it('with nobody having voted', async () => {
    expect(await audit(announceVote(opened, [2, 1], random).members)).toMatchObject({
      verdict: 'accepted',
      totals: [
        [0n, 0n, 0n],
        [0n, 0n],
      ],
    })
  })
})

describe('an archive altered in place is rejected', () => {
  const altered = (name: RegExp, change: (member: Member) => Member | undefined) =>
    announced.members.flatMap((member) => (name.test(member.text) ? (change(member) ?? []) : member))

  it('when a text no longer has the hash in its name', async () => {
    const members = altered(/^\{"result"/, ({ name, text }) => ({ name, text: text.replace('1', '2') }))
    expect(await audit(members)).toMatchObject({ verdict: 'rejected', reason: 'content-altered' })
  })

  it('when data are missing, unexplained or under another name', async () => {
    expect(await audit(altered(/^\{"result"/, () => undefined))).toMatchObject({ reason: 'data-missing' })
    const extra = { name: `${sha256Hex('{}')}.data.json`, text: '{}' }
    expect(await audit([...announced.members, extra])).toMatchObject({ reason: 'data-unexplained' })
    expect(await audit([...announced.members, { name: 'note.txt', text: 'ciao' }])).toMatchObject({
      reason: 'data-unexplained',
    })
  })

  it('when data stand elsewhere than right before their event, in its order', async () => {
    const [first, second, ...others] = announced.members
    expect(await audit([second!, first!, ...others])).toMatchObject({ reason: 'data-unexplained' })
    const ballot = announced.members.findIndex(({ text }) => text.startsWith('{"election_uuid"'))
    const early = announced.members.toSpliced(ballot, 1).toSpliced(ballot - 1, 0, announced.members[ballot]!)
    expect(await audit(early)).toMatchObject({ reason: 'data-unexplained' })
  })

  it('when an event is written otherwise, or the header bears another date', async () => {
    const last = announced.members.at(-1)!
    for (const text of [`${last.text} `, last.text.replace('{', '{"note":1,'), last.text.replace(':', ': ')]) {
      const other = { name: `${sha256Hex(text)}.event.json`, text }
      expect(await audit([...announced.members.slice(0, -1), other])).toMatchObject({ reason: 'chain-broken' })
    }
    const [, ...members] = [...archiveBytes(announced.members, 2)]
    const [header] = [...archiveBytes([], 1)]
    expect(await auditArchive([header!, ...members])).toMatchObject({ reason: 'file-damaged' })
    const dated = memberBytes(archiveHeader(1), 2)
    expect(await auditArchive([dated, ...members])).toMatchObject({ reason: 'file-damaged' })
  })

  it('when an event is missing from the chain', async () => {
    const [gone] = announced.members.filter(({ text }) => text.includes('"type":"Ballot"'))
    expect(await audit(announced.members.filter((member) => member !== gone))).toMatchObject({ reason: 'chain-broken' })
  })
})

describe('a board told again with a chain that fits is rejected', () => {
  it.each(tamperings)('%s: %s', async (_, reason, tell) => {
    expect(await audit(tell())).toMatchObject({ verdict: 'rejected', reason })
  })
})

describe('a second history', () => {
  it('is rejected when it lacks an event published elsewhere', async () => {
    const shorter = announceVote(
      castVote(
        opened,
        1,
        [
          [1, 0, 0],
          [0, 0],
        ],
        random,
      ),
      [1, 2],
      random,
    )
    expect(await audit(shorter.members)).toMatchObject({ verdict: 'accepted' })
    expect(await audit(shorter.members, [voted.head.hash])).toMatchObject({
      verdict: 'rejected',
      reason: 'other-history',
    })
    expect(await audit(announced.members, [voted.head.hash])).toMatchObject({ verdict: 'accepted' })
  })

  it('shows by the head of an earlier download', async () => {
    expect(await headOfArchive(archiveBytes(voted.members, 1))).toEqual({ head: voted.head })
  })
})

describe('what is no archive, or not of this kind, gets no verdict', () => {
  it.each([
    ['an empty file', []],
    ['another file', [Buffer.from('%PDF-1.7 …'.repeat(100))]],
    ['an archive without header', [[...archiveBytes(announced.members, 1)][1]!]],
  ])('%s', async (_, source) => {
    expect(await auditArchive(source)).toMatchObject({ verdict: 'unreadable' })
  })

  it('a vote in an unknown group, or by mixnet', async () => {
    const group = withText(setup, 0, (text) => text.replace('BELENIOS-2048', 'Ed25519'))
    expect(await audit(group)).toMatchObject({ verdict: 'unreadable', detail: expect.stringContaining('Ed25519') })
    const mixnet = withText(setup, 0, (text) =>
      text.replace(/"questions":.*(?=,"uuid")/, '"questions":[{"type":"NonHomomorphic","value":{}}]'),
    )
    expect(await audit(mixnet)).toMatchObject({ verdict: 'unreadable', detail: expect.stringContaining('mixnet') })
  })

  it('a file cut short is rejected, not unreadable', async () => {
    const whole = Buffer.concat([...archiveBytes(announced.members, 1)])
    expect(await auditArchive([whole.subarray(0, whole.length - 700)])).toMatchObject({
      verdict: 'rejected',
      reason: 'file-damaged',
    })
  })
})

it('data that no event refers to are not gathered in memory', async () => {
  let read = 0
  function* endless() {
    yield memberBytes(archiveHeader(1), 1)
    for (; read < 1000; read++) {
      const text = JSON.stringify(`${read}`)
      yield memberBytes({ name: `${sha256Hex(text)}.data.json`, text }, 1)
    }
  }
  const refused = { verdict: 'rejected', reason: 'data-unexplained' }
  expect(await auditArchive(endless())).toMatchObject(refused)
  expect(await headOfArchive(endless())).toMatchObject(refused)
  expect(read).toBeLessThan(20)
})
