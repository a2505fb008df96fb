/** What every act of the demonstration knows: the town, its neighbours, today; and the story it belongs to. */
import type { Town } from '../town'
import type { Neighbours } from './neighbours'
import type { Story } from './story'

export type World = { town: Town; neighbours: Neighbours; now: Date }
/** Filled by the first act, read by the later ones */
export type Told = { proposalId: string; story: Story; world: World }
