/** Every form that is filled in, with what is right in it: the table that `forms.test.ts` sends wrong in every way. */
import { password } from '#prisma/seed/town'
import { answeredProposal, draft, openProposal, send, words } from '#tests/world/acts'
import { rows } from '#tests/world/browser'

export type Form = {
  path: string
  who: 'visitor' | 'carmela' | 'ada' | 'irene' | 'emanuele' | 'fatou' | 'giorgio'
  good: Record<string, string>
  /** Fields without which it says what is missing */
  required: string[]
  /** Fields that people write freely */
  free: string[]
}

const email = 'somebody@example.org'
const secret = 'una frase che nessuno usa'
const token = 'x'.repeat(32)

export const forms: Form[] = [
  { path: '/sign-in', who: 'visitor', good: { email, password }, required: ['email', 'password'], free: ['email'] },
  {
    path: '/register',
    who: 'visitor',
    good: { email, pseudonym: 'Qualcuno', password: secret },
    required: ['email', 'pseudonym', 'password'],
    free: ['email', 'pseudonym'],
  },
  { path: '/reset', who: 'visitor', good: { email }, required: ['email'], free: ['email'] },
  { path: '/confirm', who: 'visitor', good: { token, password }, required: ['token'], free: ['token'] },
  { path: '/reset/new', who: 'visitor', good: { token, password }, required: ['token', 'password'], free: ['token'] },
  { path: '/associations/invitation', who: 'carmela', good: { token }, required: ['token'], free: ['token'] },
  {
    path: '/account',
    who: 'carmela',
    good: { pseudonym: 'Carmela', realName: 'Carmela Lorusso', language: 'it' },
    required: ['pseudonym', 'language'],
    free: ['pseudonym', 'realName', 'homeTerritoryId'],
  },
  {
    path: '/account/password',
    who: 'carmela',
    good: { current: secret, password: secret },
    required: ['current', 'password'],
    free: [],
  },
  {
    path: '/account/address',
    who: 'carmela',
    good: { email, password: secret },
    required: ['email', 'password'],
    free: ['email'],
  },
  {
    path: '/account/leaving',
    who: 'giorgio',
    good: { password: secret, sure: 'on' },
    required: ['password', 'sure'],
    free: [],
  },
  { path: '/account/address/confirm', who: 'carmela', good: { token }, required: ['token'], free: ['token'] },
  { path: '/associations/new', who: 'carmela', good: { name: 'Qualche nome' }, required: ['name'], free: ['name'] },
  {
    path: '/associations/ORTO/registration/identity',
    who: 'carmela',
    good: { name: 'Orto di tutti', legalForm: 'aps', taxCode: '90000000009' },
    required: ['name'],
    free: ['name', 'taxCode'],
  },
  {
    path: '/associations/ORTO/registration/registers',
    who: 'carmela',
    good: { runtsNumber: '1' },
    required: [],
    free: ['runtsNumber', 'runtsSection', 'regionalRegister', 'nationalRegister'],
  },
  {
    path: '/associations/ORTO/registration/places',
    who: 'carmela',
    good: { address: 'Via Roma 1' },
    required: [],
    free: ['address', 'seatId', 'territoryIds'],
  },
  {
    path: '/associations/ORTO/registration/work',
    who: 'carmela',
    good: { description: 'Coltiviamo.', languages: 'it' },
    required: [],
    free: ['description', 'website', 'email', 'phone', 'languages'],
  },
  {
    path: '/associations/PONTE/mandates',
    who: 'ada',
    good: { email, kind: 'member' },
    required: ['email', 'kind'],
    free: ['email', 'startsOn', 'endsOn'],
  },
  {
    path: '/desk/attestation',
    who: 'emanuele',
    good: { code: 'ABCD EFGH', place: 'Sportello', seen: 'on' },
    required: ['code', 'place', 'seen'],
    free: ['code', 'place'],
  },
  {
    path: '/desk/associations/SUBMITTED',
    who: 'emanuele',
    good: { move: 'refuse', note: 'x' },
    required: ['move'],
    free: ['note'],
  },
  {
    path: '/admin/roles',
    who: 'irene',
    good: { email, territoryId: 'nowhere', kind: 'officer', startsOn: '2026-01-01' },
    required: ['email', 'territoryId', 'kind', 'startsOn'],
    free: ['email', 'startsOn', 'endsOn', 'territoryId'],
  },
  {
    path: '/admin/offices/new',
    who: 'irene',
    good: { territoryId: 'nowhere', name: 'Ufficio nuovo' },
    required: ['territoryId', 'name'],
    free: ['name', 'description', 'email', 'topics', 'territoryId'],
  },
  {
    path: '/admin/offices/OFFICE/members',
    who: 'irene',
    good: { email, rank: 'officer', startsOn: '2026-01-01' },
    required: ['email', 'rank', 'startsOn'],
    free: ['email', 'startsOn', 'endsOn'],
  },
  {
    path: '/admin/offices/OFFICE/closures',
    who: 'irene',
    good: { startsOn: '2040-01-01', endsOn: '2039-01-01', reason: 'Ferie' },
    required: ['startsOn', 'endsOn', 'reason'],
    free: ['startsOn', 'endsOn', 'reason'],
  },
  {
    path: '/territories/lecce/rules',
    who: 'irene',
    good: { proposers: 'residents', supporters: 'anyone', answerDays: '30', reviewDays: '15' },
    required: ['proposers', 'supporters', 'answerDays', 'reviewDays'],
    free: ['thresholdNumber', 'answerDays', 'act'],
  },
  {
    path: '/territories/lecce/patron',
    who: 'irene',
    good: { patronName: 'Nessuno', day: '31', month: '2' },
    required: [],
    free: ['patronName', 'day', 'month'],
  },
  {
    path: '/proposals/new',
    who: 'ada',
    good: { territoryId: 'nowhere', topic: 'health', language: 'it' },
    required: ['territoryId', 'language'],
    free: ['territoryId'],
  },
  {
    path: '/proposals/DRAFT/place',
    who: 'ada',
    good: { revision: '0', territoryId: 'nowhere', language: 'it' },
    required: ['territoryId', 'language'],
    free: ['territoryId'],
  },
  {
    path: '/proposals/DRAFT/text',
    who: 'ada',
    good: { revision: '0', title: 'Sportello con mediatori', document: words },
    required: [],
    free: ['title'],
  },
  {
    path: '/proposals/PROPOSAL/change',
    who: 'ada',
    good: { revision: '0', title: 'Sportello con mediatori', document: words },
    required: ['title'],
    free: ['title', 'note'],
  },
  { path: '/proposals/PROPOSAL/authors', who: 'ada', good: { email }, required: ['email'], free: ['email'] },
  {
    path: '/proposals/PROPOSAL',
    who: 'carmela',
    good: { text: 'Mi sembra giusto così.', language: 'it', formKey: 'abcdefgh' },
    required: ['text'],
    free: ['text'],
  },
  {
    path: '/comments/COMMENT/change',
    who: 'carmela',
    good: { text: 'Mi sembra proprio giusto.', language: 'it' },
    required: ['text'],
    free: ['text'],
  },
  {
    path: '/reports/proposal/PROPOSAL',
    who: 'carmela',
    good: { reason: 'spam' },
    required: ['reason'],
    free: ['note'],
  },
  {
    path: '/moderation/proposal/PROPOSAL/hiding',
    who: 'fatou',
    good: { reason: 'spam', note: 'Non parla del tema.' },
    required: ['reason', 'note'],
    free: ['note'],
  },
  {
    path: '/desk/ANSWERED/notes',
    who: 'emanuele',
    good: { text: 'Sentire la ASL' },
    required: ['text'],
    free: ['text'],
  },
  {
    path: '/answers/ANSWERED/verdict',
    who: 'ada',
    good: { version: '1', satisfaction: 'yes' },
    required: ['satisfaction'],
    free: ['reason'],
  },
  {
    path: '/commitments/COMMITMENT',
    who: 'emanuele',
    good: { text: 'Abbiamo cercato il posto.' },
    required: ['text'],
    free: ['text', 'evidence'],
  },
  {
    path: '/commitments/COMMITMENT/drop',
    who: 'emanuele',
    good: { reason: 'Non ci sono i fondi che erano attesi.' },
    required: ['reason'],
    free: ['reason'],
  },
]

/** What stands in the addresses, made where it is not there yet. */
export async function idsInAddresses(): Promise<Record<string, string>> {
  const one = async (sql: string, values: string[] = []) => (await rows<{ id: string }>(sql, values))[0]?.id ?? ''
  const proposal = await openProposal()
  const comment = { text: 'Mi sembra giusto così.', language: 'it', formKey: 'forms-table' }
  await send('carmela', `/proposals/${proposal}`, comment)
  const { answerId } = await answeredProposal()
  return {
    ORTO: await one(`select id from "Association" where name = 'Orto di tutti'`),
    PONTE: await one(`select id from "Association" where name = 'Associazione Ponte'`),
    SUBMITTED: await one(`select id from "Association" where name = 'Filo d’erba'`),
    OFFICE: await one(`select id from "Office" where name = 'Welfare'`),
    DRAFT: await draft('ada', { title: 'Una bozza che resta', points: ['Un punto'], forPonte: false }),
    PROPOSAL: proposal,
    COMMENT: await one('select id from "Comment" where "subjectId" = $1', [proposal]),
    ANSWERED: answerId,
    COMMITMENT: await one('select id from "Commitment" where "answerId" = $1', [answerId]),
  }
}
