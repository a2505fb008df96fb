/** A past participatory budget from a Pabulib file: its ballots counted by us, beside what the city said. */
import { db } from '#app/db/client.server'
import type { BudgetElection } from '#app/domain/voting/budgets/election'
import { InputFault } from '#app/domain/voting/formats/faults'
import { UnreadableFile } from '#app/storage/unreadable-file'
import { contentText } from './ballot'
import { countPoll } from './count'
import { readBudget } from './past-budget'
import type { Terms } from './terms'

export type ImportedBudget = {
  id: string
  state: 'made' | 'known'
  projects: number
  voters: number
  /** Ids funded by our count and by the city's, where the file says so */
  ours: string[]
  official: string[] | null
}

/** `importKey` is the file's SHA-256. */
type Given = { importKey: string; territorySlug: string; question?: string | null }

/** The same file again changes nothing. Throws InputFault for a budget that a poll cannot show. */
export async function importBudget(election: BudgetElection, given: Given): Promise<ImportedBudget> {
  const { importKey } = given
  insistShowable(election)
  const { terms, roll, seed } = readBudget(election, given.question ?? null)
  const official = officialWinners(election)
  const sizes = { projects: election.projects.length, voters: election.voters, official }
  const known = await db.poll.findUnique({ where: { importKey }, select: { id: true, report: true } })
  if (known) return { id: known.id, state: 'known', ...sizes, ours: winnersIn(known.report) }
  const place = await db.territory.findUnique({ where: { slug: given.territorySlug }, select: { id: true } })
  if (!place) throw new UnreadableFile(`No territory is called ${given.territorySlug}`)
  const groups = groupsOf(election)
  const report = countPoll(terms, groups, roll, seed)
  const author = await db.role.findFirst({ where: { kind: 'administrator' }, select: { personId: true } })
  if (!author) throw new UnreadableFile('There is no administrator yet: npm run administrator -- address@example.it')
  const { id } = await db.poll.create({
    data: {
      ...columnsOf(terms, election, roll),
      territoryId: place.id,
      authorId: author.personId,
      report: JSON.parse(JSON.stringify(report)),
      importKey,
      counted: {
        create: groups.map(({ content, copies }, at) => ({ number: at + 1, content: contentText(content), copies })),
      },
    },
    select: { id: true },
  })
  return { id, state: 'made', ...sizes, ours: [...(report.winners ?? [])] }
}

function columnsOf(terms: Terms, election: BudgetElection, roll: number) {
  const { question, rule, settings, mode, voters, commitment } = terms
  const closesAt = new Date(terms.closesAt)
  return {
    question,
    rule,
    settings,
    mode,
    voters,
    commitment,
    language: languageOf(election),
    stage: 'counted',
    opensAt: new Date(terms.opensAt),
    closesAt,
    closedAt: closesAt,
    countedAt: closesAt,
    frozen: terms,
    secretSeed: 'none',
    roll,
  } as const
}

function insistShowable({ voteType, decimals, budget }: BudgetElection) {
  if (voteType !== 'approval') throw new InputFault(1, 'only budgets with approval ballots are shown as polls')
  if (decimals > 0) throw new InputFault(1, 'amounts with decimals are not shown as polls')
  if (budget === 0n) throw new InputFault(1, 'a budget of nothing funds nothing')
}

function groupsOf({ ballots, projects }: BudgetElection) {
  return Array.from({ length: ballots.groups }, (_, group) => {
    const marks = ballots.project.subarray(ballots.start[group], ballots.start[group + 1])
    return {
      content: { choices: [...marks].flatMap((mark) => projects[mark]?.id ?? []) },
      copies: ballots.weight[group] ?? 0,
    }
  }).sort((a, b) => (contentText(a.content) < contentText(b.content) ? -1 : 1))
}

function officialWinners({ projects }: BudgetElection): string[] | null {
  if (!projects.some(({ fields }) => fields.selected !== undefined)) return null
  return projects.filter(({ fields }) => fields.selected === '1').map(({ id }) => id)
}

function winnersIn(report: unknown): string[] {
  const winners = (report as { winners?: unknown } | null)?.winners
  return Array.isArray(winners) ? winners.map(String) : []
}

const languages: Record<string, string> = { Italy: 'it', France: 'fr', Albania: 'sq', Poland: 'pl', Netherlands: 'nl' }

function languageOf({ meta }: BudgetElection): string {
  return languages[meta.get('country') ?? ''] ?? 'en'
}
