/** Who hears of each kind of entry, and who must act on it: a new kind does not compile until somebody has decided. */
import type { Telling } from '#app/domain/journal/entries'

/** Groups of people around an entry. */
export const circles = [
  'authors',
  'participants',
  'territoryFollowers',
  'office',
  'reminded',
  'keepers',
  'keepingOffice',
  'takingOffice',
  'administrators',
  'moderators',
  'otherModerators',
  'hidingModerator',
  'commentAuthor',
  'parentAuthor',
  'subject',
  'mandated',
  'verifiers',
  'named',
  'pollVoters',
  'pollMembers',
  'unfinishedVoters',
  'pollTrustees',
  'awaitedTrustees',
  'pollAuthor',
  'conversationKeepers',
  'conversationPeople',
  'volunteers',
  'drawnVolunteers',
  'panelAuthor',
  'projectAuthor',
  'projectAuthors',
  'votedProjectAuthors',
] as const
export type Circle = (typeof circles)[number]

/** Families of entries: each has one choice of letters. */
export const families = [
  'answers',
  'commitments',
  'polls',
  'budgets',
  'opinions',
  'proposals',
  'discussion',
  'associations',
  'territories',
  'moderation',
  'account',
] as const
export type Family = (typeof families)[number]

export type Audience = {
  family: Family
  /** They must act: their letters cannot be switched off */
  act: readonly Circle[]
  hear: readonly Circle[]
  /** The act writes its own letter, or needs none */
  letter: boolean
  /** People hear of their own act too, as of a changed password */
  ownToo: boolean
}

const news = (family: Family, ...hear: Circle[]): Audience => ({ family, act: [], hear, letter: true, ownToo: false })
const call = (family: Family, act: Circle[], hear: Circle[] = []): Audience => ({ ...news(family, ...hear), act })
const aboutSelf = (letter: boolean): Audience => ({ ...news('account', 'subject'), letter, ownToo: true })

export const recipients = {
  'territory.rules-changed': news('territories', 'territoryFollowers'),
  'territory.rules-taken-back': news('territories', 'territoryFollowers'),

  'person.password-changed': aboutSelf(false),
  'person.address-changed': aboutSelf(false),
  'person.attested': aboutSelf(true),
  'person.attestation-revoked': aboutSelf(true),
  'role.granted': aboutSelf(true),
  'role.ended': aboutSelf(true),

  'association.submitted': call('associations', ['verifiers']),
  'association.verified': news('associations', 'mandated', 'territoryFollowers'),
  'association.incomplete': call('associations', ['mandated']),
  'association.refused': call('associations', ['mandated']),
  'association.suspended': call('associations', ['mandated']),
  'mandate.accepted': news('associations', 'mandated', 'named'),
  'mandate.ended': news('associations', 'mandated', 'named'),

  'proposal.published': news('proposals', 'territoryFollowers'),
  'proposal.changed': news('proposals', 'authors', 'participants'),
  'proposal.qualified': news('proposals', 'authors', 'participants', 'territoryFollowers'),
  'proposal.withdrawn': news('proposals', 'authors', 'participants'),
  'proposal.archived': news('proposals', 'authors', 'participants'),
  'proposal.author-joined': news('proposals', 'authors'),
  'proposal.author-left': news('proposals', 'authors', 'named'),
  'proposal.reported': call('moderation', ['moderators']),
  'proposal.hidden': call('moderation', ['authors']),
  'proposal.appealed': call('moderation', ['otherModerators']),
  'proposal.appeal-decided': news('moderation', 'authors', 'hidingModerator'),

  'comment.written': news('discussion', 'authors', 'parentAuthor'),
  'comment.reported': call('moderation', ['moderators']),
  'comment.hidden': call('moderation', ['commentAuthor']),
  'comment.appealed': call('moderation', ['otherModerators']),
  'comment.appeal-decided': news('moderation', 'commentAuthor', 'hidingModerator'),

  // Its authors and supporters hear that it qualified, or that a review was asked: the due date is the office's task
  'answer.due': call('answers', ['office']),
  'answer.assigned': call('answers', ['office']),
  'answer.extended': news('answers', 'authors', 'participants'),
  'answer.escalated': call('answers', ['reminded']),
  'answer.given': call('answers', ['authors'], ['participants']),
  'answer.changed': news('answers', 'authors', 'participants'),
  'answer.judged': news('answers', 'office', 'authors'),
  'answer.review-asked': news('answers', 'authors', 'participants'),
  'commitment.made': news('commitments', 'authors', 'participants'),
  'commitment.step-added': news('commitments', 'authors', 'participants'),
  'commitment.moved': news('commitments', 'authors', 'participants'),
  'commitment.handed-over': call('commitments', ['takingOffice'], ['authors', 'participants', 'keepingOffice']),
  'commitment.reminded': call('commitments', ['keepers'], ['keepingOffice']),
  'commitment.done': news('commitments', 'authors', 'participants'),
  'commitment.dropped': news('commitments', 'authors', 'participants'),

  'poll.opened': news('polls', 'territoryFollowers', 'pollMembers', 'votedProjectAuthors'),
  'poll.counted': news('polls', 'pollVoters', 'territoryFollowers', 'pollMembers', 'votedProjectAuthors'),
  // Their ballots are void: they must vote again
  'poll.restarted': call('polls', ['pollVoters']),
  'poll.reminded': call('polls', ['unfinishedVoters']),
  // Nothing goes on before each trustee has acted
  'poll.trustees-named': call('polls', ['pollTrustees']),
  'poll.ceremony-goes-on': call('polls', ['pollTrustees']),
  'poll.key-made': call('polls', ['pollAuthor']),
  'poll.awaits-trustees': call('polls', ['pollTrustees']),
  'poll.trustees-reminded': call('polls', ['awaitedTrustees']),
  'poll.head-kept': news('polls', 'pollTrustees'),
  'poll.too-few-ballots': news('polls', 'pollVoters', 'territoryFollowers', 'pollMembers'),

  'opinions.opened': news('opinions', 'territoryFollowers'),
  'opinions.closed': news('opinions', 'conversationPeople', 'territoryFollowers'),
  'opinions.statement-written': news('opinions', 'conversationKeepers'),
  'opinions.statement-accepted': news('opinions', 'named'),
  'opinions.statement-refused': news('opinions', 'named'),

  'panel.opened': news('opinions', 'territoryFollowers'),
  'panel.impossible': call('opinions', ['panelAuthor']),
  'panel.published': news('opinions', 'volunteers', 'territoryFollowers'),
  // Whoever is drawn must say whether they come
  'panel.drawn': call('opinions', ['drawnVolunteers'], ['volunteers', 'territoryFollowers']),

  'budget.published': news('budgets', 'territoryFollowers'),
  'budget.dates-moved': news('budgets', 'territoryFollowers', 'projectAuthors'),
  'project.taken-in': news('budgets', 'projectAuthor'),
  // Where an office asks for changes, only they can make them
  'project.checked': call('budgets', ['projectAuthor']),
  'project.reported': call('moderation', ['moderators']),
  'project.hidden': call('moderation', ['projectAuthor']),
  'project.appealed': call('moderation', ['otherModerators']),
  'project.appeal-decided': news('moderation', 'projectAuthor', 'hidingModerator'),
} as const satisfies Record<Telling, Audience>

export function audienceOf(what: string): Audience | null {
  return Object.hasOwn(recipients, what) ? recipients[what as Telling] : null
}
