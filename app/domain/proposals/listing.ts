/** How lists of proposals are sorted, and narrowed by when an answer is due. */

export const sorts = ['newest', 'supported', 'due'] as const
export type Sort = (typeof sorts)[number]
export const dues = ['late', 'soon', 'waiting'] as const
export type Due = (typeof dues)[number]
