/** Leaving: what a person alone holds is handed over first; what was said stays, under a name that is nobody's. */

/** Shown in place of the name of whoever left. */
export const nameOfWhoLeft = 'Persona uscita'

/** What somebody holds and nobody else does. */
export type HeldAlone = {
  /** The only one who could still give every role */
  platform: boolean
  /** Names of offices with no other head */
  offices: readonly string[]
  /** Names of verified associations with no other legal representative */
  associations: readonly string[]
  /** Secret votes under way that this person helps to open */
  votes: readonly string[]
}

export type Tie = { reason: string; values: Record<string, string> }

/** Each thing to hand over before leaving; nothing when the person is free to go. */
export function tiesOf({ platform, offices, associations, votes }: HeldAlone): Tie[] {
  const named = (reason: string, names: readonly string[]) => names.map((name) => ({ reason, values: { name } }))
  return [
    ...(platform ? [{ reason: 'identity.leaving-last-administrator', values: {} }] : []),
    ...named('identity.leaving-head', offices),
    ...named('identity.leaving-representative', associations),
    ...named('identity.leaving-trustee', votes),
  ]
}
