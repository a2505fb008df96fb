/** How lists of proposals are sorted, and narrowed by when an answer is due. */

/** The first is for lists that are asked for words */
export const sorts = ['match', 'newest', 'supported', 'due'] as const
export type Sort = (typeof sorts)[number]

/** How a list is sorted that says nothing of it. */
export function usualSort(words: string | undefined): Sort {
  return words ? 'match' : 'newest'
}

export const dues = ['late', 'soon', 'waiting'] as const
export type Due = (typeof dues)[number]
