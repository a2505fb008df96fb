/** How a comment stands towards its subject, and how long it may be. */

export const commentLength = { min: 2, max: 5000 }
export const stances = ['for', 'against', 'neutral'] as const
export type Stance = (typeof stances)[number]
