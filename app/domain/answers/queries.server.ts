/** What is due in a territory, the platform's three numbers, and the answers of one proposal as everybody reads them. */
import { db } from '#app/db/client.server'
import type { Prisma } from '#app/db/generated/client'
import type { Actor } from '#app/domain/authorization'
import { isAuthor } from '#app/domain/proposals/policy'
import { insist } from '#app/domain/refusal'
import type { Calendar, Closure } from './calendar'
import { calendarFrom } from './calendars.server'
import { addDays, type CivilDate, civilDateAt, fromColumn } from './civil-date'
import { daysLeft, type Standing, soonDays, standing } from './clock'
import { computationFrom } from './kept-computation'
import { canAskReview, canJudge, canReadDraft } from './policy'
import { judgedBy, reachAnswer } from './reach-answer.server'
import type { ShownAnswers, ShownVerdict, ShownVersion } from './shown'
import { termsFrom } from './terms'
import type { PublishedPoints } from './verdicts'

export type Due = {
  answerId: string
  proposalId: string
  title: string
  language: string
  round: number
  dueOn: CivilDate
  standing: Standing
  /** Working days; negative once it is late */
  daysLeft: number
  officeName: string | null
  territoryName: string
}

export type DueRow = {
  answerId: string
  proposalId: string
  title: string
  language: string
  round: number
  dueOn: string
  officeName: string | null
  territoryName: string
  patronFeast: string | null
  patronName: string | null
  closures: Closure[] | null
}

/** Ten working days are never further away than this many days on the wall, unless an office is shut for weeks. */
const horizon = 45

/** Answers that are late, or due within ten working days, in a territory and below it; soonest first. */
export async function duesIn(territoryPath: string, limit = 20, now: Date = new Date()): Promise<Due[]> {
  const today = civilDateAt(now)
  const until = addDays(today, horizon)
  const rows = await db.$queryRaw<DueRow[]>`
    select a.id as "answerId", p.id as "proposalId", p.title, p.language, a.round, to_char(a."dueOn", 'YYYY-MM-DD') as "dueOn",
      o.name as "officeName", t.name as "territoryName", t."patronFeast", t."patronName",
      (select json_agg(json_build_object('startsOn', c."startsOn", 'endsOn', c."endsOn", 'reason', c.reason))
        from "OfficeClosure" c where c."officeId" = a."officeId" and c."endsOn" >= ${today}::date) as closures
    from "Answer" a join "Proposal" p on p.id = a."proposalId" join "Territory" t on t.id = p."territoryId"
    left join "Office" o on o.id = a."officeId"
    where a."publishedAt" is null and a."dueOn" <= ${until}::date and p.stage = 'qualified' and p."hiddenAt" is null
      and t.path like ${`${territoryPath}%`}
    order by a."dueOn", a.id limit ${limit * 2}`
  return rows
    .map((row) => dueFrom(row, now))
    .filter((due) => due.daysLeft <= soonDays)
    .slice(0, limit)
}

export function dueFrom({ patronFeast, patronName, closures, ...row }: DueRow, now: Date): Due {
  const calendar: Calendar = {
    patron: patronFeast ? { feast: patronFeast, name: patronName } : null,
    closures: closures ?? [],
  }
  return { ...row, standing: standing(now, row.dueOn, null, calendar), daysLeft: daysLeft(now, row.dueOn, calendar) }
}

/** The whole platform: answers given in time, waiting within their term, and overdue. */
export async function answerNumbers(now: Date = new Date()) {
  const today = civilDateAt(now)
  const [row] = await db.$queryRaw<{ answered: bigint; waiting: bigint; overdue: bigint }[]>`
    select count(*) filter (where (a."publishedAt" at time zone 'Europe/Rome')::date <= a."dueOn") as answered,
      count(*) filter (where a."publishedAt" is null and a."dueOn" >= ${today}::date) as waiting,
      count(*) filter (where a."publishedAt" is null and a."dueOn" < ${today}::date) as overdue
    from "Answer" a join "Proposal" p on p.id = a."proposalId" where p."importKey" is null`
  return {
    answered: Number(row?.answered ?? 0),
    waiting: Number(row?.waiting ?? 0),
    overdue: Number(row?.overdue ?? 0),
  }
}

const nameOf = (person: { pseudonym: string; realName: string | null; showsRealName: boolean }) =>
  person.showsRealName ? (person.realName ?? person.pseudonym) : person.pseudonym

const shown = {
  id: true,
  round: true,
  officeId: true,
  assigneeId: true,
  startedAt: true,
  dueOn: true,
  computation: true,
  language: true,
  seenAt: true,
  publishedAt: true,
  version: true,
  reviewReason: true,
  office: { select: { name: true, closures: { select: { startsOn: true, endsOn: true, reason: true } } } },
  versions: {
    orderBy: { number: 'desc' },
    select: {
      number: true,
      opening: true,
      points: true,
      changeReason: true,
      at: true,
      verdict: {
        select: {
          satisfaction: true,
          reason: true,
          at: true,
          person: { select: { id: true, pseudonym: true, realName: true, showsRealName: true } },
        },
      },
    },
  },
  extension: { select: { days: true, reason: true, at: true, fromDue: true, toDue: true } },
} as const satisfies Prisma.AnswerSelect

type Row = Prisma.AnswerGetPayload<{ select: typeof shown }>

export function noAnswers({ territoryName, language }: Pick<ShownAnswers, 'territoryName' | 'language'>): ShownAnswers {
  return { territoryName, language, rounds: [], commitments: [] }
}

export async function answersOf(actor: Actor, proposalId: string, now: Date = new Date()): Promise<ShownAnswers> {
  const proposal = await db.proposal.findUnique({
    where: { id: proposalId },
    select: {
      authorId: true,
      associationId: true,
      association: { select: { name: true } },
      language: true,
      territory: { select: { name: true, path: true, patronFeast: true, patronName: true } },
      coAuthors: { where: { acceptedAt: { not: null } }, select: { personId: true, endedAt: true } },
      answers: { orderBy: { round: 'asc' }, select: shown },
      commitments: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          pointId: true,
          title: true,
          dueOn: true,
          doneAt: true,
          droppedAt: true,
          answerPoint: { select: { answer: { select: { language: true } } } },
        },
      },
    },
  })
  if (!proposal) return noAnswers({ territoryName: '', language: 'it' })
  const coAuthorIds = proposal.coAuthors.flatMap(({ personId, endedAt }) => (endedAt ? [] : (personId ?? [])))
  const author = isAuthor(actor, { ...proposal, coAuthorIds, published: true })
  const lastRound = proposal.answers.at(-1)?.round ?? 0
  const rounds = proposal.answers.map((row) => {
    const overtaken = row.round < lastRound
    const calendar = calendarFrom({ ...proposal.territory, closures: row.office?.closures ?? [] })
    const dueOn = fromColumn(row.dueOn)
    const judged = {
      author,
      round: row.round,
      published: row.version > 0,
      satisfaction: row.versions[0]?.verdict?.satisfaction ?? null,
      overtaken,
    }
    const handled = {
      officeId: row.officeId,
      assigneeId: row.assigneeId,
      territoryPath: proposal.territory.path,
      version: row.version,
      overtaken,
      extended: row.extension !== null,
      late: civilDateAt(now) > dueOn,
    }
    return {
      ...publicPart(row),
      verdicts: row.versions.flatMap((version) => verdictOf(version, proposal)),
      dueOn,
      standing: standing(now, dueOn, row.publishedAt ? civilDateAt(row.publishedAt) : null, calendar),
      daysLeft: daysLeft(now, dueOn, calendar),
      can: {
        work: canReadDraft(actor, handled),
        judge: canJudge(actor, judged),
        askReview: canAskReview(actor, judged),
      },
    }
  })
  return {
    territoryName: proposal.territory.name,
    language: proposal.language,
    rounds,
    commitments: proposal.commitments.map(({ dueOn, answerPoint, ...rest }) => ({
      ...rest,
      language: answerPoint?.answer.language ?? null,
      dueOn: dueOn ? fromColumn(dueOn) : null,
    })),
  }
}

function publicPart(row: Row) {
  const [latest] = row.versions
  return {
    id: row.id,
    round: row.round,
    officeId: row.officeId,
    officeName: row.office?.name ?? null,
    language: row.language,
    startedAt: row.startedAt,
    computation: computationFrom(row.computation),
    seenAt: row.seenAt,
    publishedAt: row.publishedAt,
    version: row.version,
    reviewReason: row.reviewReason,
    latest: latest ? versionOf(latest) : null,
    extension: row.extension && {
      ...row.extension,
      fromDue: fromColumn(row.extension.fromDue),
      toDue: fromColumn(row.extension.toDue),
    },
  }
}

type Speaking = { association: { name: string } | null; coAuthors: { personId: string | null }[] }

/** Co-authors speak for themselves; the others, for the association whose proposal it is. */
function verdictOf({ number, verdict }: Row['versions'][number], { association, coAuthors }: Speaking): ShownVerdict[] {
  if (!verdict) return []
  const { person, ...said } = verdict
  const speaksAlone = coAuthors.some(({ personId }) => personId === person.id)
  return [
    { ...said, version: number, who: nameOf(person), associationName: (!speaksAlone && association?.name) || null },
  ]
}

type Version = { number: number; opening: string; points: Prisma.JsonValue; changeReason: string | null; at: Date }

function versionOf({ number, opening, points, changeReason, at }: Version): ShownVersion {
  // Written by publication alone, and append-only
  const { language, items } = points as PublishedPoints
  return { number, opening, changeReason, at, language, points: items }
}

/** Every version of one answer, newest first, beside its proposal. */
export async function answerVersions(answerId: string) {
  const row = await db.answer.findFirst({
    where: { id: answerId, version: { gt: 0 }, proposal: { publishedAt: { not: null }, hiddenAt: null } },
    select: {
      id: true,
      round: true,
      office: { select: { name: true } },
      proposal: { select: { id: true, title: true, language: true, territory: { select: { name: true } } } },
      versions: { orderBy: { number: 'desc' }, select: shown.versions.select },
    },
  })
  if (!row) return null
  return { ...row, versions: row.versions.map(versionOf) }
}

/** One published answer before its authors, and them alone: may they judge it, may they ask for a review. */
export async function answerToJudge(actor: Actor, answerId: string, now: Date = new Date()) {
  const answer = await reachAnswer(db, answerId, now)
  const judged = judgedBy(actor, answer)
  if (!judged.author) insist(canJudge(actor, judged))
  return {
    title: answer.proposal.title,
    proposalId: answer.proposalId,
    version: answer.version,
    language: answer.proposal.language,
    reviewDays: termsFrom(answer.proposal.rules).reviewDays,
    can: { judge: canJudge(actor, judged), askReview: canAskReview(actor, judged) },
  }
}
