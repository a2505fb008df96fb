import type { TranslatedKind } from '#app/domain/translations/tell'

/** The first word of an address. */
export const placeOf: Record<TranslatedKind, string> = { budget: 'budgets', opinions: 'opinions', panel: 'panels' }
