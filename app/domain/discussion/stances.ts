/** How a comment stands towards its subject, how long it may be, and how threads are sorted. */

export const commentLength = { min: 2, max: 5000 }
export const stances = ['for', 'against', 'neutral'] as const
export type Stance = (typeof stances)[number]

export const threadSorts = ['time', 'weight'] as const
export type ThreadSort = (typeof threadSorts)[number]
