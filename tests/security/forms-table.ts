/** Every form that is filled in, with what is right in it: the table that `forms.test.ts` sends wrong in every way. */
import type { Form } from './form'
import { formsOfPeople } from './forms-of-people'
import { formsOfProposals } from './forms-of-proposals'
import { formsOfVotes } from './forms-of-votes'

export const forms: Form[] = [...formsOfPeople, ...formsOfProposals, ...formsOfVotes]
