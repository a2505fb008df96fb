/** What the forms of the table are about, made on the running application: their ids, by the words in its addresses. */
import './same-database'
import { randomUUID } from 'node:crypto'
import { attachDocument } from '#app/domain/associations/register-association.server'
import { checkProject } from '#app/domain/budgets/check-project.server'
import { putForward } from '#app/domain/budgets/put-forward.server'
import { newAttestationCode } from '#app/domain/identity/attest.server'
import { writeStatement } from '#app/domain/opinions/statements.server'
import { startPanel } from '#app/domain/panels/prepare-panel.server'
import { publishLotteries } from '#app/domain/panels/publish-lottery.server'
import { saveTrustees } from '#app/domain/polls/secret/setup.server'
import type { CastName } from '#prisma/seed/town'
import { answeredProposal, draft, neighbours, openProposal, send, waitingProposal } from './acts'
import { statute } from './associations'
import { letterTo, rows } from './browser'
import { idea, inDays, publicBudget, writtenBudget } from './budgets'
import { openedConversation } from './opinions'
import { crowdOffers, hour, openedPanel } from './panels'
import { actor, monopoli } from './people'
import { end } from './poll-journeys'
import { draftedPoll } from './polls'

type Ids = Record<string, string>

export async function formSubjects(): Promise<Ids> {
  return {
    ...(await people()),
    ...(await proposals()),
    ...(await answers()),
    ...(await polls()),
    ...(await budgets()),
    ...(await opinions()),
    ...(await panels()),
  }
}

/** Each word in capitals of an address is one of them. */
export const addressed = (path: string, ids: Ids) => path.replace(/[A-Z]{4,}/g, (name) => ids[name] ?? name)

const one = async (sql: string, values: string[] = []) => (await rows<{ id: string }>(sql, values))[0]?.id ?? ''

async function people(): Promise<Ids> {
  const orto = await one(`select id from "Association" where name = 'Orto di tutti'`)
  const ponte = await one(`select id from "Association" where name = 'Associazione Ponte'`)
  return {
    ORTO: orto,
    DOCUMENT: await documentOf(orto),
    PONTE: ponte,
    SUBMITTED: await one(`select id from "Association" where name = 'Filo d’erba'`),
    OFFICE: await one(`select id from "Office" where name = 'Welfare'`),
    SEAT: await one(
      `select m.id from "OfficeMember" m join "Office" o on o.id = m."officeId"
        where o.name = 'Welfare' and m."endsOn" is null limit 1`,
    ),
    ROLE: await one(`select id from "Role" where kind = 'moderator' and "endsOn" is null limit 1`),
    HEIR: await one(
      `select m.id from "Mandate" m join "Person" p on p.id = m."personId"
        where m."associationId" = $1 and p.email = 'bilal@esempio.it' and m."endedAt" is null`,
      [ponte],
    ),
    CODE: (await newAttestationCode(await actor('carmela'))).code,
    ATTESTATION: await one(
      `select a.id from "Attestation" a join "Person" p on p.id = a."attesterId"
        where p.email = 'emanuele@esempio.it' and a."revokedAt" is null limit 1`,
    ),
  }
}

async function documentOf(association: string): Promise<string> {
  await attachDocument(await actor('carmela'), association, statute)
  return one('select id from "StoredFile" where "subjectId" = $1 and "removedAt" is null limit 1', [association])
}

async function proposals(): Promise<Ids> {
  const proposal = await openProposal()
  const title = `Una bozza che resta ${randomUUID()}`
  const written = await draft('ada', { title, points: ['Un punto'], forPonte: false })
  await send('ada', `/proposals/${written}/authors`, { email: 'bilal@esempio.it' })
  const letter = await letterTo('bilal@esempio.it', title)
  const hidden = await hiddenComment(proposal)
  const appealed = await hiddenComment(proposal)
  await send('bilal', `/moderation/hidings/${appealed}`, { text: 'Non offendo nessuno, leggete.' })
  return {
    DRAFT: written,
    INVITATION: /\/proposals\/invitations\/([\w-]+)/.exec(letter)?.[1] ?? '',
    PROPOSAL: proposal,
    COMMENT: await comment('carmela', proposal, 'Mi sembra giusto così.'),
    HIDING: hidden,
    APPEALED: appealed,
  }
}

async function comment(who: CastName, proposal: string, text: string): Promise<string> {
  const formKey = randomUUID()
  await send(who, `/proposals/${proposal}`, { text, language: 'it', formKey })
  return one('select id from "Comment" where "subjectId" = $1 order by "createdAt" desc limit 1', [proposal])
}

async function hiddenComment(proposal: string): Promise<string> {
  const id = await comment('bilal', proposal, `Parole che qualcuno nasconde ${randomUUID()}`)
  await send('fatou', `/moderation/comment/${id}/hiding`, { reason: 'offTopic', note: 'Non parla del tema.' })
  return one('select id from "Hiding" where "subjectId" = $1', [id])
}

async function answers(): Promise<Ids> {
  const waiting = await waitingProposal()
  const { answerId } = await answeredProposal()
  const judged = await answeredProposal()
  await send('ada', `/answers/${judged.answerId}/verdict`, {
    version: '1',
    satisfaction: 'no',
    reason: 'Manca la data.',
  })
  return {
    WAITING: waiting.answerId,
    POINT: await one('select id from "Point" where "proposalId" = $1 order by position limit 1', [waiting.id]),
    ANSWERED: answerId,
    COMMITMENT: await one('select id from "Commitment" where "answerId" = $1', [answerId]),
    JUDGED: judged.answerId,
  }
}

/** Opened and voted on through the application, which alone has the keys of its ballots. */
async function polls(): Promise<Ids> {
  const days = ['Sabato', 'Domenica']
  const funded = await opened({
    rule: 'mes_cost_add1u',
    options: ['Panchine', 'Alberi'],
    costs: [400, 500],
    settings: { budget: 1000, spend: 'within-budget' },
  })
  const named = await opened({ rule: 'approval', options: days, times: { mode: 'open' } })
  for (const poll of [funded, named]) {
    const choice = await one('select id from "PollOption" where "pollId" = $1 order by position limit 1', [poll])
    for (const who of neighbours) await send(who, `/polls/${poll}/ballot`, { choice })
    await end(poll)
  }
  const secret = await draftedPoll({ rule: 'approval', options: days, times: { mode: 'secret' } })
  await saveTrustees(secret.officer, secret.id, {
    trustees: [{ name: 'Luca', email: 'luca@esempio.it' }],
    threshold: 1,
    minimum: 10,
    fewIsKnown: false,
    credentials: 'registrar',
  })
  return {
    DRAFTPOLL: (await draftedPoll({ rule: 'approval', options: days })).id,
    SECRETPOLL: secret.id,
    OPENPOLL: await opened({}),
    CODEPOLL: await opened({ times: { voters: 'codes' } }),
    FUNDED: funded,
    NAMED: named,
  }
}

async function opened(wish: Parameters<typeof draftedPoll>[0]): Promise<string> {
  const { id } = await draftedPoll(wish)
  await send('emanuele', `/polls/${id}/opening`)
  return id
}

async function budgets(): Promise<Ids> {
  const officer = await actor('emanuele')
  const carmela = await actor('carmela')
  const written = await writtenBudget({ title: 'Un bilancio ancora da scrivere' })
  const collecting = await publicBudget()
  const checked = await publicBudget({ title: 'Un bilancio già controllato' })
  for (const { id } of [collecting, checked])
    for (const title of ['Panchine all’ombra', 'Alberi nuovi']) await putForward(carmela, id, { ...idea, title })
  for (const number of [1, 2])
    await checkProject(officer, checked.id, number, {
      feasibility: 'feasible',
      reason: 'Lo spazio è del Comune.',
      cost: 500,
      costWhy: null,
    })
  await rows('update "Budget" set "ideasUntil" = $2, "checkUntil" = $3 where id = $1', [
    checked.id,
    inDays(-0.5),
    inDays(-0.4),
  ])
  return { DRAFTBUDGET: written.id, BUDGET: collecting.id, CHECKED: checked.id }
}

async function opinions(): Promise<Ids> {
  const { id } = await openedConversation()
  const said = { text: 'Le panchine del lungomare sono da riparare.', language: 'it' as const }
  await writeStatement(await actor('carmela'), id, said)
  const statement = `select id from "Statement" where "conversationId" = $1 order by number desc limit 1`
  return { CONVERSATION: id, STATEMENT: await one(statement, [id]) }
}

async function panels(): Promise<Ids> {
  const before = new Date(Date.now() - 3 * hour)
  const drawable = await openedPanel(before)
  await crowdOffers(drawable.id, 12, before)
  await publishLotteries()
  const written = await startPanel(await actor('emanuele'), {
    territoryId: (await monopoli()).id,
    language: 'it',
    title: 'Una giuria ancora da preparare',
    description: null,
    seats: 6,
    gathersTo: inDays(1),
    drawsAt: inDays(2),
    chance: 'I cinque numeri del Lotto, ruota di Bari',
  })
  return { DRAFTPANEL: written.id, PANEL: (await openedPanel()).id, TICKETS: drawable.id }
}
