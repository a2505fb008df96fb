import '#tests/world/database'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { db } from '#app/db/client.server'
import { parseDocument, plainText } from '#app/editor/document'
import { UnreadableFile } from '#app/storage/unreadable-file'
import { journalOf } from '#tests/world/people'
import { importDecidim } from './import-decidim.server'

const host = 'www.partecipa.example'
const folderWith = (files: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'agora-decidim-'))
  for (const [entity, content] of Object.entries(files))
    writeFileSync(join(folder, `${host}-open-data-${entity}.csv`), content)
  return folder
}
const proposals = `id;category/name/ca;title/ca;body/ca;state;answer/ca;supports;comments;published_at;url;title/es;body/es;votes
1;Energia;Un títol;<p>Text <script>alert(1)</script><b>fort</b></p>;accepted;<p>Sí, <i>ho farem</i></p>;12;3;2023-02-09 11:30:49 UTC;https://${host}/p/1;Un título;Texto;
2;;Segon;"Línia
partida";evaluating;<p>Ho estudiem</p>;0;0;2023-02-09 11:30:49 UTC;https://${host}/p/2;;;
3;;Tercer;Text;new_state;;4;0;2023-02-09 11:30:49 UTC;https://${host}/p/3;;;
4;;Quart;Text;withdrawn;;0;0;2023-02-09 11:30:49 UTC;https://${host}/p/4;;;
x;;Cinquè;Text;;;0;0;2023-02-09 11:30:49 UTC;;;;
1;;Repetit;Text;;;0;0;2023-02-09 11:30:49 UTC;;;;
6;;curt
`
const comments = `id,created_at,body,locale,author/id,author/name,alignment,depth,user_group/id,user_group/name/ca,commentable_id,commentable_type,root_commentable_url
12,2023-03-01 10:00:00 UTC,tercer nivell,ca,8,Nom Real,0,2,,,11,Decidim::Comments::Comment,https://${host}/p/1
10,2023-03-01 09:00:00 UTC,"<p><a href=""/p/2"">d'acord</a></p>",ca,7,Nom Real,1,0,,,1,Decidim::Proposals::Proposal,https://${host}/p/1
11,2023-03-01 09:30:00 UTC,resposta,es,8,Nom Real,0,1,,,10,Decidim::Comments::Comment,https://${host}/p/1
13,2023-03-02 09:00:00 UTC,sense pare,ca,7,Nom Real,-1,3,,,999,Decidim::Comments::Comment,https://${host}/p/1
14,2023-03-02 09:00:00 UTC,<script>alert('x')</script>,ca,9,Nom Real,0,0,5,Veïns,77,Decidim::Meetings::Meeting,https://${host}/m/77
15,2023-03-02 09:00:00 UTC,,ca,9,Nom Real,0,0,,,1,Decidim::Proposals::Proposal,https://${host}/p/1
16,2023-03-02 09:00:00 UTC,sense pare ni pàgina,ca,70,Nom Real,0,1,,,998,Decidim::Comments::Comment,https://${host}/p/404
`
const folder = folderWith({ proposals, proposal_comments: comments, users: 'id\n1\n' })
const subject = (kind: string, key: string) =>
  db.proposal.findUniqueOrThrow({ where: { importKey: `${host} ${kind} ${key}` } })
const said = (key: string) => db.comment.findUniqueOrThrow({ where: { importKey: `${host} comment ${key}` } })

describe('a small export', () => {
  test('proposals, answers and threads arrive, and what does not is reported', async () => {
    const [made, unused, talk] = await importDecidim(folder).then((all) =>
      ['proposals', 'users', 'proposal_comments'].map((entity) =>
        all.find(({ file }) => file.endsWith(`-${entity}.csv`)),
      ),
    )
    expect(made).toMatchObject({ read: 7, made: 4, refused: 3 })
    expect(made?.refusals).toEqual([
      { line: 7, reason: 'has no number as its id' },
      { line: 8, reason: 'has the id of an earlier row' },
      { line: 9, reason: 'has more or fewer cells than the header' },
    ])
    expect(unused).toMatchObject({ read: 0, notes: { 'nothing of users is kept here': 1 } })
    expect(talk).toMatchObject({ read: 7, made: 5, refused: 2 })
    expect(talk?.refusals).toEqual([
      { line: 7, reason: 'says nothing' },
      { line: 8, reason: 'answers a comment that is not there, on a page that is not there' },
    ])
    expect(talk?.notes).toMatchObject({
      'stand-ins for a meeting that is not in the export': 1,
      'deeper than two levels, kept at the second': 1,
      'answers to a comment that is not there, kept at the first level': 1,
    })
  })

  test('texts are cleaned, languages kept, supports only a number', async () => {
    const first = await subject('proposal', '1')
    expect(first).toMatchObject({
      title: 'Un títol',
      language: 'ca',
      importedSupportCount: 12,
      supportCount: 0,
      threshold: null,
    })
    const parsed = parseDocument(first.document)
    expect(parsed.ok && plainText(parsed.document)).toBe(`Text fort\nUn título\nTexto\nEnergia\nhttps://${host}/p/1`)
    expect(JSON.stringify(first.document)).not.toContain('alert')
    expect(await journalOf(first.id)).toEqual(['proposal.imported'])
  })

  test('only what was accepted counts as accepted', async () => {
    const states = await Promise.all(['1', '2', '3', '4'].map((key) => subject('proposal', key)))
    expect(states.map(({ stage }) => stage)).toEqual(['answered', 'answered', 'archived', 'withdrawn'])
    const [first, second] = await Promise.all(
      states
        .slice(0, 2)
        .map(({ id }) =>
          db.answer.findFirstOrThrow({ where: { proposalId: id }, include: { points: true, versions: true } }),
        ),
    )
    expect(first).toMatchObject({ opening: '', points: [{ verdict: 'accepted', reasons: 'Sí, ho farem' }], version: 1 })
    expect(second).toMatchObject({ opening: 'Ho estudiem', points: [], versions: [{ number: 1 }] })
  })

  test('threads have two levels, whatever the order and depth of the file', async () => {
    const [root, reply, deep, orphan, group] = await Promise.all(['10', '11', '12', '13', '14'].map(said))
    expect(root).toMatchObject({ parentId: null, stance: 'for', text: `d'acord (https://${host}/p/2)`, replyCount: 2 })
    expect(reply?.parentId).toBe(root?.id)
    expect(deep?.parentId).toBe(root?.id)
    expect(orphan).toMatchObject({ parentId: null, subjectId: root?.subjectId, stance: 'against' })
    expect((await subject('proposal', '1')).commentCount).toBe(4)
    expect(group?.text).toBe("<script>alert('x')</script>")
    expect(group?.subjectId).toBe((await subject('meeting', '77')).id)
  })

  test('people are numbers without their names; groups keep theirs', async () => {
    const records = await db.importedRecord.findMany({ where: { kind: 'author', source: host } })
    const people = await db.person.findMany({ where: { id: { in: records.map(({ subjectId }) => subjectId) } } })
    const names = people.map(({ pseudonym }) => pseudonym)
    expect(names).toHaveLength(4)
    expect(names).toEqual(expect.arrayContaining(['Veïns', host]))
    expect(names.filter((name) => /^Partecipante [0-9a-f]{6}$/.test(name))).toHaveLength(2)
    expect(people.every(({ email, passwordHash }) => email === null && passwordHash === null)).toBe(true)
  })

  test('a second time nothing changes, and a change at the source is told', async () => {
    const before = await counts()
    const again = await importDecidim(folder)
    expect(again.map(({ made, already, differs }) => [made, already, differs])).toEqual([
      [0, 4, 0],
      [0, 5, 0],
      [0, 0, 0],
    ])
    expect(await counts()).toEqual(before)
    const changed = await importDecidim(folderWith({ proposals: proposals.replace('Segon', 'Segon canviat') }))
    expect(changed[0]).toMatchObject({ made: 0, already: 3, differs: 1 })
    expect((await subject('proposal', '2')).title).toBe('Segon')
  })

  test('a stand-in becomes the thing itself when it arrives, with its comments', async () => {
    const standIn = await subject('meeting', '77')
    const meetings = `id;title/ca;description/ca;start_time;url\n77;Trobada;<p>Al barri</p>;2023-02-01 18:00:00 UTC;https://${host}/m/77\n`
    expect((await importDecidim(folderWith({ meetings })))[0]).toMatchObject({ made: 1 })
    expect(await subject('meeting', '77')).toMatchObject({ id: standIn.id, title: 'Trobada', commentCount: 1 })
    expect((await importDecidim(folderWith({ meetings })))[0]).toMatchObject({ made: 0, already: 1 })
  })
})

test.each([
  ['a folder that is not there', () => join(tmpdir(), 'agora-nowhere')],
  ['a folder without an export', () => folderWith({})],
  ['a table without an id', () => folderWith({ proposals: 'title/ca\nx\n' })],
  ['an empty table', () => folderWith({ proposals: '' })],
])('%s is unreadable', async (_name, make) => {
  await expect(importDecidim(make())).rejects.toBeInstanceOf(UnreadableFile)
})

test('two imports at once make everything once', async () => {
  const own = folderWith({ results: 'id;title/ca;created_at\n1;A;2020-01-01\n2;B;2020-01-01\n' })
  const both = await Promise.all([importDecidim(own), importDecidim(own)])
  expect(both.flat().reduce((sum, { made }) => sum + made, 0)).toBe(2)
})

async function counts() {
  return Promise.all([db.proposal.count(), db.comment.count(), db.person.count(), db.answer.count(), db.entry.count()])
}

const real = resolve('../shared/data/real')
if (!existsSync(real)) console.warn(`Skipped: the real exports are not at ${real}`)

describe('the real exports', () => {
  const checksOf = (name: string) => JSON.parse(readFileSync(join(real, name, 'checks.json'), 'utf8'))
  const made = (reports: Awaited<ReturnType<typeof importDecidim>>) =>
    Object.fromEntries(reports.map(({ file, ...report }) => [file.replace(/^.*open-data-|\.csv$/g, ''), report]))

  it.skipIf(!existsSync(real))('Barcelona: every row, with its state, side and supports', async () => {
    const checks = checksOf('decidim-barcelona-opendata')
    const {
      proposals,
      projects,
      meeting_comments: meetings,
      result_comments: results,
    } = made(await importDecidim(join(real, 'decidim-barcelona-opendata')))
    expect(proposals?.made).toBe(checks.proposals.proposals)
    expect(proposals?.notes).toMatchObject({
      'state accepted, kept as answered': checks.proposals.by_state.accepted,
      'state rejected, kept as answered': checks.proposals.by_state.rejected,
      'with an answer in words': checks.proposals.with_answer_ca,
    })
    expect(projects?.made).toBe(checks.projects)
    expect(projects?.notes).toMatchObject({ supports: checks.projects_sum_confirmed_votes })
    expect(meetings?.made).toBe(checks.meeting_comments.comments)
    expect(results?.made).toBe(checks.result_comments.comments)
    const sides = await db.comment.groupBy({
      by: ['stance'],
      where: { importKey: { startsWith: 'www.decidim.barcelona ' } },
      _count: true,
    })
    const both = (side: string) =>
      checks.meeting_comments.by_alignment[side] + checks.result_comments.by_alignment[side]
    expect(Object.fromEntries(sides.map(({ stance, _count }) => [stance, _count]))).toEqual({
      against: both('-1'),
      neutral: both('0'),
      for: both('1'),
    })
  })

  it.skipIf(!existsSync(real))('Catalonia: results and projects', async () => {
    const checks = checksOf('decidim-gencat-results')
    const { results, projects } = made(await importDecidim(join(real, 'decidim-gencat-results')))
    expect([results?.made, projects?.made]).toEqual([checks.results, checks.projects])
    expect(projects?.notes).toMatchObject({ supports: checks.projects_sum_confirmed_votes })
  })
})
