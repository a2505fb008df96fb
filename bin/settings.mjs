/** What `npm start` settles before anything reads it, and whether the cast of the demonstration is wanted. */

/**
 * A fresh clone shows the demonstration; whoever says that this is for real, or gives a database, asks for it with DEMO=1.
 * @param {Record<string, string | undefined>} environment
 * @param {{ development: boolean }} how
 */
export function settle(environment, { development }) {
  const isForReal = environment.NODE_ENV === 'production' || Boolean(environment.DATABASE_URL)
  environment.NODE_ENV ??= development ? 'development' : 'production'
  if (!isForReal) environment.DEMO ??= '1'
}

/** @param {Record<string, string | undefined>} environment */
export function wantsCast(environment) {
  return environment.DEMO === '1' || environment.DEMO === 'true'
}
