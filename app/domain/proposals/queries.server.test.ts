import '#tests/world/database'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { Prisma } from '#app/db/generated/client'
import { visitor } from '#app/domain/authorization'
import { actor, association, lecce, monopoli } from '#tests/world/people'
import { draftOf, openProposal, proposalRow } from '#tests/world/proposals'
import { statementsOf } from '#tests/world/statements'
import { proposalPage } from './proposal-page.server'
import { listed, placesToLook, proposalCount, proposalList } from './queries.server'
import { similarProposals } from './similar.server'

beforeAll(async () => {
  const place = await monopoli()
  const carmela = await actor('carmela')
  await db.proposal.createMany({
    data: Array.from({ length: 45 }, (_, index) => ({
      territoryId: place.id,
      authorId: carmela.id,
      topic: index % 2 ? 'education' : 'health',
      title: `Proposta numero ${index}`,
      document: { type: 'doc', content: [{ type: 'paragraph' }] },
      stage: index < 5 ? ('qualified' as const) : ('open' as const),
      // Three at a time share a date and a count, so that pages must break ties
      supportCount: Math.floor(index / 3),
      publishedAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 3))),
      dueOn: index < 5 ? new Date(Date.UTC(2026, 1, 1 + index)) : null,
      version: 1,
    })),
  })
})

test.each(['match', 'newest', 'supported', 'due'] as const)(
  'sorted by %s, pages hold everything once',
  async (sort) => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await proposalList({ sort, after, q: sort === 'match' ? 'proposte' : undefined }, 7)
      seen.push(...page.cards.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(sort === 'due' ? 5 : 45)
  },
)

test('filters narrow, and a territory holds those below it', async () => {
  expect(await proposalCount({ territoryPath: '/puglia/' })).toEqual({ count: 45, more: false })
  expect(await proposalCount({ territoryPath: '/puglia/lecce/' })).toEqual({ count: 0, more: false })
  expect(await proposalCount({ territoryPath: '/puglia/bari/', topic: 'health' })).toEqual({ count: 23, more: false })
  expect(await proposalCount({ stage: 'qualified' })).toEqual({ count: 5, more: false })
  const now = new Date('2026-02-03T12:00:00Z')
  expect((await proposalCount({ due: 'late' }, now)).count).toBe(2)
  expect((await proposalCount({ due: 'waiting' }, now)).count).toBe(3)
  expect((await proposalList({ sort: 'due' }, 2)).cards.map(({ title }) => title)).toEqual([
    'Proposta numero 0',
    'Proposta numero 1',
  ])
})

test.each(['rubbish', 'W10', 'WyJhIiwiYiJd', 'W05hTiwieCJd', 'A'.repeat(300)])(
  'a key that is none of ours begins again: %s',
  async (after) => {
    expect((await proposalList({ after }, 3)).cards).toEqual((await proposalList({}, 3)).cards)
  },
)

test('drafts and hidden proposals are in no list, count or likeness', async () => {
  const draft = await draftOf({ title: 'CNRY bozza di uno sportello in ospedale' })
  const hidden = await openProposal({ title: 'CNRY nascosta di uno sportello' })
  await db.proposal.update({ where: { id: hidden.id }, data: { hiddenAt: new Date() } })
  const lists = JSON.stringify([await proposalList({}, 100), await similarProposals('CNRY sportello in ospedale')])
  expect(lists).not.toContain('CNRY')
  expect(lists).not.toContain(draft.id)
  expect((await proposalCount({})).count).toBe(45)
  const page = await proposalPage(visitor, hidden.id)
  expect(page).toMatchObject({ withheld: true, title: '', excerpt: '', points: [] })
  expect(JSON.stringify(page)).not.toContain('CNRY')
})

test('similar proposals are found from the first full word, across small differences', async () => {
  const { id } = await openProposal({
    title: 'Piste ciclabili sicure fino alla stazione',
    text: 'La strada è pericolosa. '.repeat(6),
  })
  const arabic = await openProposal({ title: 'مكتبة جديدة في الحي القديم', language: 'ar' })
  const similarTo = async (words: string) => (await similarProposals(words)).map((one) => one.id)
  expect(await similarTo('pista ciclabile sicura stazione')).toContain(id)
  expect(await similarTo('Pista')).toContain(id)
  expect(await similarTo('Vorrei la pista')).toContain(id)
  expect(await similarTo('المكتبات')).toEqual([arabic.id])
  expect(await similarProposals('pista', id)).toEqual([])
  expect(await similarProposals('della nella')).toEqual([])
  expect(await similarProposals('qualcosa di tutto diverso xyz pista')).toEqual([])
  expect(await similarProposals("a\u0000b% _ \\ ' lungo abbastanza")).toEqual([])
})

test.each([
  ['it', 'Più biblioteche nelle città', 'BIBLIOTECA citta'],
  ['it', 'Dell’acqua potabile e/o fontane', 'fontana acqua'],
  ['en', 'Cycling paths along the SEA', 'path cycle'],
  ['fr', 'Écoles françaises ouvertes', 'ecole FRANCAISE'],
  ['ar', 'المدارس، في المدينة القديمة؟', 'قديمة مدينة'],
  ['sq', 'ÇERDHE për fëmijët e lagjes', 'cerdhja fëmijëve'],
] as const)('words are found without regard to case, accents and endings: %s %s', async (language, said, asked) => {
  const one = await openProposal({ title: `${said} QXTITLE`, language })
  const other = await openProposal({
    title: 'Parole che stanno nel testo',
    text: `${said}. ${'Parole. '.repeat(12)}`,
    language,
  })
  const { cards } = await proposalList({ q: asked }, 50)
  expect(cards.map(({ id }) => id).sort()).toEqual(expect.arrayContaining([one.id, other.id].sort()))
  expect(await proposalCount({ q: asked })).toEqual({ count: cards.length, more: false })
  expect((await proposalList({ q: `${asked} qxtitle` })).cards.map(({ id }) => id)).toEqual([one.id])
})

test('words narrow what the other filters leave, page by page, and never reach what is not public', async () => {
  const { id: territoryId } = await monopoli()
  const ids: string[] = []
  for (let number = 0; number < 5; number++)
    ids.push((await openProposal({ title: `Un ombrellone numero ${number}`, territoryId })).id)
  const elsewhere = await openProposal({ title: 'Un ombrellone altrove', territoryId })
  await db.proposal.update({ where: { id: elsewhere.id }, data: { territoryId: (await lecce()).id } })
  const hidden = await openProposal({ title: 'Ombrelloni nascosti', territoryId })
  await db.proposal.update({ where: { id: hidden.id }, data: { hiddenAt: new Date() } })
  await draftOf({ title: 'Ombrelloni in una bozza', territoryId })
  const filters = { q: 'ombrelloni', territoryPath: '/puglia/bari/' }
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await proposalList({ ...filters, after }, 2)
    seen.push(...page.cards.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(ids.toReversed())
  expect(await proposalCount({ q: 'ombrelloni' })).toEqual({ count: 6, more: false })
  expect((await proposalList({ q: '?!' })).cards).toEqual([])
})

test('points, and the words of pictures, are found too: after titles, before texts', async () => {
  const picture = { type: 'image', attrs: { src: '/files/x', alt: 'Una giostra in piazza', width: 1, height: 1 } }
  const text = 'Si gioca insieme. '.repeat(8)
  const inPicture = await openProposal({ title: 'Uno spazio per bambini' })
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }, picture] }
  await db.proposal.update({ where: { id: inPicture.id }, data: { document } })
  const inPoint = await openProposal({ title: 'Un cortile aperto', points: ['Togliere le auto', 'Una giostra nuova'] })
  const inTitle = await openProposal({ title: 'Una giostra per il quartiere' })
  const found = async (q: string) => (await proposalList({ q })).cards.map(({ id }) => id)
  expect(await found('giostre')).toEqual([inTitle.id, inPoint.id, inPicture.id])
  expect(await found('giostre auto')).toEqual([inPoint.id])
  // A point that was split is asked for no more; what it was split into is
  const [first] = await db.point.findMany({ where: { proposalId: inPoint.id, text: 'Togliere le auto' } })
  await db.point.update({ where: { id: first?.id ?? '' }, data: { splitAt: new Date() } })
  await db.point.create({ data: { proposalId: inPoint.id, position: 3, text: 'Meno rumore' } })
  expect(await found('giostre auto')).toEqual([])
  expect(await found('giostre rumore')).toEqual([inPoint.id])
  await db.point.deleteMany({ where: { proposalId: inPoint.id } })
  expect(await found('giostre')).toEqual([inTitle.id, inPicture.id])
})

test('words are looked up in their index, not in every proposal', async () => {
  const like = await proposalRow((await openProposal({ title: 'Uno scivolo per i bambini' })).id)
  await db.$executeRaw`
    insert into "Proposal" (id, "territoryId", language, title, document, excerpt, stage, "authorId", "updatedAt", "publishedAt")
    select 'many' || n, ${like.territoryId}, 'it', 'Proposta ' || n, '{}', repeat('Parole. ', 100), 'open', ${like.authorId}, now(), '2025-01-01'
    from generate_series(1, 5000) n`
  await db.$executeRaw`analyze "Proposal"`
  const statement = listed({ q: 'scivoli' }, 21, new Date())
  const plan = await db.$queryRaw(Prisma.sql`explain ${statement}`)
  expect(JSON.stringify(plan)).toContain('Bitmap Index Scan on proposal_words')
  await db.proposal.deleteMany({ where: { id: { startsWith: 'many' } } })
})

test('a list and a page cost one statement each, whatever they hold', async () => {
  const { id: associationId } = await association()
  const { id } = await openProposal({ associationId, territoryId: (await monopoli()).id })
  for (const [size, read] of [
    [1, () => proposalList({}, 1)],
    [40, () => proposalList({}, 40)],
    [7, () => proposalList({ q: 'proposta' }, 7)],
    [0, () => proposalPage(visitor, id)],
  ] as const) {
    const statements = await statementsOf(read)
    expect([size, statements]).toEqual([size, 1])
  }
})

test('a list offers the places that have proposals, those above them, and the one that is chosen', async () => {
  const offered = async (chosen?: string) => (await placesToLook(chosen)).map(({ id }) => id)
  expect((await offered()).slice(0, 3)).toEqual(['puglia', 'provincia-bari', 'provincia-lecce'])
  expect(await offered()).toContain('monopoli')
  expect(await offered()).not.toContain('vieste')
  expect(await offered('vieste')).toEqual(expect.arrayContaining(['provincia-foggia', 'vieste']))
  await db.proposal.updateMany({ where: { territory: { slug: 'monopoli' } }, data: { hiddenAt: new Date() } })
  expect(await offered()).not.toContain('monopoli')
})
