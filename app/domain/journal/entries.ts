/** Every kind of act the journal knows: what it is about, who may read it, and whether anybody is told. */

export type SubjectKind =
  | 'territory'
  | 'office'
  | 'person'
  | 'association'
  | 'proposal'
  | 'comment'
  | 'answer'
  | 'commitment'
  | 'poll'
  | 'opinions'
  | 'panel'
  | 'budget'
  | 'project'
  | 'file'
  | 'platform'

type EntryKind = { subject: SubjectKind; public: boolean; tells: boolean }

const told = (subject: SubjectKind) => ({ subject, public: true, tells: true }) as const
const open = (subject: SubjectKind) => ({ subject, public: true, tells: false }) as const
const toldPrivately = (subject: SubjectKind) => ({ subject, public: false, tells: true }) as const
const closed = (subject: SubjectKind) => ({ subject, public: false, tells: false }) as const

export const entries = {
  'territory.rules-changed': told('territory'),
  'territory.rules-taken-back': told('territory'),
  'territory.patron-changed': open('territory'),
  'territory.imported': closed('platform'),
  'office.opened': open('territory'),
  'office.changed': open('territory'),
  'office.closed': open('territory'),
  'office.member-changed': closed('territory'),
  'office.closure-added': open('territory'),

  'person.registered': closed('person'),
  'person.confirmed': closed('person'),
  'person.signed-in': closed('person'),
  'person.password-changed': toldPrivately('person'),
  'person.address-changed': toldPrivately('person'),
  'person.profile-changed': closed('person'),
  'person.left': closed('person'),
  'person.attested': toldPrivately('person'),
  'person.attestation-revoked': toldPrivately('person'),
  'role.granted': toldPrivately('person'),
  'role.ended': toldPrivately('person'),

  'association.claimed': closed('association'),
  'association.submitted': toldPrivately('association'),
  'association.verified': told('association'),
  'association.incomplete': toldPrivately('association'),
  'association.refused': toldPrivately('association'),
  'association.suspended': toldPrivately('association'),
  'association.changed': closed('association'),
  'mandate.invited': closed('association'),
  'mandate.invitation-withdrawn': closed('association'),
  'mandate.accepted': toldPrivately('association'),
  'mandate.ended': toldPrivately('association'),

  'proposal.published': told('proposal'),
  'proposal.changed': told('proposal'),
  'proposal.corrected': open('proposal'),
  // Who supports is never listed in public: only how many
  'proposal.supported': closed('proposal'),
  'proposal.support-taken-back': closed('proposal'),
  'proposal.qualified': told('proposal'),
  'proposal.withdrawn': told('proposal'),
  'proposal.archived': told('proposal'),
  'proposal.author-invited': closed('proposal'),
  'proposal.author-joined': toldPrivately('proposal'),
  'proposal.author-left': toldPrivately('proposal'),
  'proposal.imported': open('proposal'),
  'proposal.reported': toldPrivately('proposal'),
  'proposal.hidden': toldPrivately('proposal'),
  'proposal.appealed': toldPrivately('proposal'),
  'proposal.appeal-decided': toldPrivately('proposal'),

  'comment.written': told('proposal'),
  'comment.changed': open('proposal'),
  'comment.withdrawn': open('proposal'),
  'comment.reported': toldPrivately('proposal'),
  'comment.hidden': toldPrivately('proposal'),
  'comment.appealed': toldPrivately('proposal'),
  'comment.appeal-decided': toldPrivately('proposal'),
  'reports.set-aside': closed('proposal'),

  'answer.due': told('proposal'),
  'answer.assigned': toldPrivately('proposal'),
  'answer.point-split': open('proposal'),
  'answer.extended': told('proposal'),
  'answer.escalated': toldPrivately('proposal'),
  'answer.given': told('proposal'),
  'answer.changed': told('proposal'),
  'answer.judged': told('proposal'),
  'answer.review-asked': told('proposal'),
  'commitment.made': told('proposal'),
  'commitment.step-added': told('proposal'),
  'commitment.moved': told('proposal'),
  'commitment.handed-over': told('proposal'),
  'commitment.reminded': toldPrivately('proposal'),
  'commitment.done': told('proposal'),
  'commitment.dropped': told('proposal'),

  'poll.opened': told('poll'),
  'poll.closed': open('poll'),
  'poll.counted': told('poll'),
  'poll.restarted': told('poll'),
  // Who still has to finish is nobody else's business
  'poll.reminded': toldPrivately('poll'),
  'poll.codes-made': open('poll'),
  'poll.commitment-made': open('poll'),
  'poll.paper-typed': closed('poll'),
  // A secret vote is prepared as a draft, which only its makers and its trustees know
  'poll.trustees-named': toldPrivately('poll'),
  'poll.ceremony-step': closed('poll'),
  'poll.ceremony-goes-on': toldPrivately('poll'),
  'poll.key-made': toldPrivately('poll'),
  'poll.credentials-listed': closed('poll'),
  'poll.entitled-listed': closed('poll'),
  'poll.awaits-trustees': told('poll'),
  'poll.trustees-reminded': toldPrivately('poll'),
  // The trustees hold the head of the board outside the platform
  'poll.head-kept': toldPrivately('poll'),
  'poll.share-given': open('poll'),
  'poll.too-few-ballots': told('poll'),
  // That somebody took part, never what was chosen
  'ballot.cast': closed('poll'),
  'ballot.taken-back': closed('poll'),

  'opinions.opened': told('opinions'),
  'opinions.closed': told('opinions'),
  // That somebody takes part, never what was said
  'opinions.joined': closed('opinions'),
  'opinions.statement-written': toldPrivately('opinions'),
  'opinions.statement-accepted': toldPrivately('opinions'),
  'opinions.statement-refused': toldPrivately('opinions'),

  'panel.opened': told('panel'),
  'panel.changed': open('panel'),
  'panel.joined': closed('panel'),
  'panel.left': closed('panel'),
  // The quotas cannot be met by those who offered
  'panel.impossible': toldPrivately('panel'),
  'panel.published': told('panel'),
  'panel.drawn': told('panel'),

  'budget.published': told('budget'),
  'budget.dates-moved': told('budget'),
  'budget.vote-prepared': closed('budget'),
  'project.put-forward': open('budget'),
  'project.taken-in': told('budget'),
  'project.changed': open('budget'),
  'project.withdrawn': open('budget'),
  'project.checked': told('budget'),
  'project.cost-set': open('budget'),
  'project.reported': toldPrivately('budget'),
  'project.hidden': toldPrivately('budget'),
  'project.appealed': toldPrivately('budget'),
  'project.appeal-decided': toldPrivately('budget'),
  'project.reports-set-aside': closed('budget'),
  'project.paired': open('budget'),
  'project.unpaired': open('budget'),
} as const satisfies Record<string, EntryKind>

export type What = keyof typeof entries
/** Kinds of which somebody is told. */
export type Telling = { [W in What]: (typeof entries)[W]['tells'] extends true ? W : never }[What]

/** What an office does, whoever of its people does it. */
export const officeActs: What[] = [
  'answer.point-split',
  'answer.extended',
  'answer.given',
  'answer.changed',
  'commitment.made',
  'commitment.step-added',
  'commitment.moved',
  'commitment.handed-over',
  'commitment.done',
  'commitment.dropped',
  'poll.commitment-made',
  'project.checked',
  'project.cost-set',
]

/** What has a history of its own that everybody may read. */
export const withHistory = [
  'proposal',
  'commitment',
  'poll',
  'opinions',
  'panel',
  'budget',
] as const satisfies SubjectKind[]
export type WithHistory = (typeof withHistory)[number]

/** Kinds that everybody may read on a life line or in a territory's activity. */
export const publicKinds = (Object.keys(entries) as What[]).filter((what) => entries[what].public)
