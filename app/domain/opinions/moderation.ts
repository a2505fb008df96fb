/** Why a statement is kept out: a short list, so that equal cases get equal words. */
export const reasons = ['two-ideas', 'said-already', 'off-topic', 'about-a-person', 'insulting', 'unclear'] as const

/** Letters that a statement may have. */
export const statementLength = { min: 10, max: 200 }
/** Statements one person may have in a conversation, those kept out included. */
export const mostStatements = 20
