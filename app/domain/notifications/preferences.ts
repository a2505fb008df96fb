/** When a person wants letters: at once, once a day, or never; what one must act on is always sent. */
import { type Family, families } from './recipients'

export const mailChoices = ['now', 'daily', 'never'] as const
export type MailChoice = (typeof mailChoices)[number]

/** Until somebody chooses: answers come at once, the conversation once a day. */
export const usualChoice: Record<Family, MailChoice> = {
  answers: 'now',
  commitments: 'daily',
  polls: 'now',
  budgets: 'now',
  opinions: 'daily',
  proposals: 'daily',
  discussion: 'daily',
  associations: 'now',
  territories: 'daily',
  moderation: 'now',
  account: 'now',
}

export function letterFor(choice: MailChoice | undefined, family: Family, mustAct: boolean): MailChoice {
  return mustAct ? 'now' : (choice ?? usualChoice[family])
}

export function isFamily(value: string): value is Family {
  return (families as readonly string[]).includes(value)
}
