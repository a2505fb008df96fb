/** What came out: the report, the file of anonymised ballots, the settings and the seed with which anybody counts again. */
import { db } from '#app/db/client.server'
import type { Actor } from '#app/domain/authorization'
import { found, insist } from '#app/domain/refusal'
import type { Sentence } from '#app/domain/voting/rules/outcome'
import type { Content } from './ballot'
import { archiveLines, ballotFileLines } from './ballot-file'
import { countSettingsOf, holdingIn, type PollReport, winnersIn } from './count'
import { counted, groupsOf, seedIn } from './counted-poll.server'
import { duelsOf, partWith, sentencesIn, stepsOf, tiesIn, totalsIn } from './reasons'
import { ruleOf } from './rules'
import { termsFrom } from './terms'
import { readIn } from './translations'

export async function resultsPage(actor: Actor, pollId: string) {
  const poll = found(await counted(pollId))
  const terms = found(termsFrom(poll.frozen))
  const report = poll.report as PollReport
  const [copies] = await db.$queryRaw<{ ballots: bigint; papers: bigint }[]>`
    select coalesce(sum(copies), 0) as ballots, coalesce(sum("onPaper"), 0) as papers
    from "CountedBallot" where "pollId" = ${pollId}`
  return {
    id: poll.id,
    language: poll.language,
    terms,
    report,
    roll: poll.roll ?? 0,
    // Of a secret vote, and of few confidential ballots, nobody has more than their number
    ballots: terms.mode === 'secret' || report.tooFew ? report.ballots : Number(copies?.ballots ?? 0),
    onPaper: Number(copies?.papers ?? 0),
    seed: seedIn(poll.report),
    secretSeed: report.tooFew ? '' : (poll.secretSeed ?? ''),
    file: `ballots.${ruleOf(terms.rule).file}`,
    countedAt: poll.countedAt,
    imported: poll.importKey !== null,
    territoryPath: poll.territory.path,
    own: terms.mode === 'open' ? await ownChoices(actor, poll) : null,
  }
}

/** What this person chose in a vote in the open, where the ballot names options. */
async function ownChoices(actor: Actor, { id: pollId, round }: { id: string; round: number }) {
  if (actor.kind === 'visitor') return null
  const ballot = await db.ballot.findUnique({
    where: { pollId_round_voterKey: { pollId, round, voterKey: actor.id } },
    select: { content: true },
  })
  const content = ballot?.content ? (JSON.parse(ballot.content) as Content) : null
  return content && 'choices' in content ? content.choices : null
}

/** One option of what came out, with its part of the report and its neighbours on the ballot, in the reader's language. */
export async function optionResult(pollId: string, key: string, reading: string) {
  const poll = found(await counted(pollId))
  const { terms, language, original } = readIn(found(termsFrom(poll.frozen)), poll.language, reading)
  const { question, rule, settings, options } = terms
  const at = options.findIndex((option) => option.key === key)
  const report = holdingIn(poll.report as PollReport)
  const { district, report: part } = partWith(report, key)
  const own = new Set(part.options)
  return {
    id: poll.id,
    language,
    original,
    question,
    rule,
    currency: settings.currency,
    option: found(options[at]),
    options: options.filter((option) => own.has(option.key)),
    district,
    won: winnersIn(report).includes(key),
    winners: winnersIn(report),
    quorum: report.quorum ?? null,
    tooFew: report.tooFew === true,
    ballots: report.ballots,
    // Of the duels that do not count, only its own
    general: sentencesIn(part).general.filter(({ values }) => isAbout(values, key)),
    about: sentencesIn(part).about(key),
    totals: totalsIn(part),
    steps: stepsOf(part, key),
    duels: duelsOf(part, key),
    ties: tiesIn(part, key),
    before: options[at - 1]?.key ?? null,
    after: options[at + 1]?.key ?? null,
  }
}

function isAbout({ winner, loser }: Sentence['values'], key: string): boolean {
  return loser === undefined || winner === key || loser === key
}

/** The published file, line by line; `file` is the only name it answers to. */
export async function ballotFile(pollId: string, file: string) {
  const { terms } = await published(pollId)
  insist((terms.mode !== 'secret' && file === `ballots.${ruleOf(terms.rule).file}`) || 'not-found')
  const groups = await groupsOf(pollId)
  return { lines: ballotFileLines(terms, groups) }
}

/** A poll whose ballots anybody can count again. */
async function published(pollId: string) {
  const poll = found(await counted(pollId))
  const report = poll.report as PollReport
  insist(!report.tooFew || 'not-found')
  return { poll, report, terms: found(termsFrom(poll.frozen)) }
}

/** A budget as archives of budgets want it. */
export async function budgetArchive(pollId: string) {
  const { poll, terms } = await published(pollId)
  const isOurs = ruleOf(terms.rule).budget === true && terms.mode !== 'secret' && poll.importKey === null
  insist(isOurs || 'not-found')
  const { opensAt, closesAt } = terms
  const occasion = { country: 'Italy', unit: poll.territory.name, opensAt, closesAt, language: poll.language }
  const count = {
    winners: winnersIn(poll.report as PollReport),
    roll: poll.roll ?? 0,
    seed: seedIn(poll.report),
  }
  return { lines: archiveLines(terms, await groupsOf(pollId), count, occasion) }
}

/** What the command takes as `--settings`. */
export async function settingsFile(pollId: string) {
  const { poll, report, terms } = await published(pollId)
  return countSettingsOf(terms, Math.max(poll.roll ?? 0, report.ballots), seedIn(report))
}

export async function receiptsOf(pollId: string): Promise<string[]> {
  found(await counted(pollId))
  const rows = await db.ballotReceipt.findMany({ where: { pollId }, orderBy: { code: 'asc' }, select: { code: true } })
  return rows.map(({ code }) => code)
}

/** In an open vote names and choices are published together. */
export async function rollCall(pollId: string, after: string | null, limit = 200) {
  const poll = found(await counted(pollId))
  const terms = found(termsFrom(poll.frozen))
  insist(terms.mode === 'open' || 'not-found')
  const rows = await db.$queryRaw<{ voterKey: string; name: string | null; content: string }[]>`
    select b."voterKey", b.content,
      case when p."showsRealName" then coalesce(p."realName", p.pseudonym) else p.pseudonym end as name
    from "Ballot" b left join "Person" p on p.id = b."voterKey"
    where b."pollId" = ${pollId} and b.round = ${poll.round} and (${after}::text is null or b."voterKey" > ${after})
    order by b."voterKey" limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  return {
    ballots: shown.map(({ name, content }, at) => ({ number: at + 1, name, content: JSON.parse(content) as Content })),
    next: rows.length > limit ? (shown.at(-1)?.voterKey ?? null) : null,
  }
}
