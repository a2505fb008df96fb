/** What may be submitted in moderation; the reasons are a closed list. */
import { z } from 'zod'
import { optionalText, text } from '#app/domain/text'

export const reasons = ['offence', 'hate', 'privateData', 'falsehood', 'spam', 'offTopic'] as const
export type Reason = (typeof reasons)[number]
export const judgedKinds = ['comment', 'proposal', 'project'] as const
export type JudgedKind = (typeof judgedKinds)[number]
export const outcomes = ['upheld', 'overturned'] as const
export type AppealOutcome = (typeof outcomes)[number]

export const ReportForm = z.object({ reason: z.enum(reasons), note: optionalText(1000) })
export const HideForm = z.object({ reason: z.enum(reasons), note: text(1000, 10) })
export const AppealForm = z.object({ text: text(2000, 10) })
export const AppealDecisionForm = z.object({ outcome: z.enum(outcomes), note: text(1000, 10) })
