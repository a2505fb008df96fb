/** The browser's own randomness. */
import type { Random } from '#app/domain/voting/belenios/group'

export const browserRandom: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
