/** The stages of a proposal, and the only moves between them. */

export const stages = ['draft', 'open', 'qualified', 'answered', 'withdrawn', 'archived'] as const
export type Stage = (typeof stages)[number]

const moves = {
  publish: { from: ['draft'], to: 'open' },
  qualify: { from: ['open'], to: 'qualified' },
  answer: { from: ['qualified'], to: 'answered' },
  review: { from: ['answered'], to: 'qualified' },
  withdraw: { from: ['draft', 'open'], to: 'withdrawn' },
  archive: { from: ['open', 'answered'], to: 'archived' },
} as const satisfies Record<string, { from: readonly Stage[]; to: Stage }>

export type Move = keyof typeof moves

export function canMove(stage: Stage, move: Move): boolean {
  return (moves[move].from as readonly Stage[]).includes(stage)
}

export function stageAfter(move: Move): Stage {
  return moves[move].to
}

/** Days that a proposal stays open without reaching its threshold, or stands answered, before it moves to the archive. */
export const daysBeforeArchive = 365

const hour = 3_600_000

/** In the first hours after publication a text is corrected; later each change is a new version. */
export function isInEditWindow(publishedAt: Date, editWindowHours: number, now: Date): boolean {
  return now.getTime() < publishedAt.getTime() + editWindowHours * hour
}
