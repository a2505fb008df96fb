/** What an association's registration must hold before an office looks at it. */

export const legalForms = ['odv', 'aps', 'ets', 'cooperative', 'foundation', 'committee', 'informal', 'other'] as const
export type LegalForm = (typeof legalForms)[number]

/** Forms that exist only by being in the RUNTS (D.Lgs. 117/2017, art. 4, 11, 32, 35). */
const inRunts: readonly (LegalForm | null)[] = ['odv', 'aps', 'ets']

export type Registration = {
  name: string
  legalForm: LegalForm | null
  taxCode: string | null
  runtsNumber: string | null
  seatId: string | null
  address: string | null
  territoryCount: number
  languages: readonly string[]
  description: string
  email: string | null
  phone: string | null
  documentCount: number
}

export type Missing =
  | 'legalForm'
  | 'taxCode'
  | 'runtsNumber'
  | 'seat'
  | 'address'
  | 'territories'
  | 'languages'
  | 'description'
  | 'contact'
  | 'documents'

/** The step of the form where each thing is written. */
export const stepOf: Record<Missing, Step> = {
  legalForm: 'identity',
  taxCode: 'identity',
  runtsNumber: 'registers',
  seat: 'places',
  address: 'places',
  territories: 'places',
  languages: 'work',
  description: 'work',
  contact: 'work',
  documents: 'documents',
}

export const steps = ['identity', 'registers', 'places', 'work', 'documents', 'summary'] as const
export type Step = (typeof steps)[number]

/** Nothing is missing in it; what to write of registers is known only with the legal form. */
export function isFull(step: Step, missing: readonly Missing[]): boolean {
  if (step === 'summary' || (step === 'registers' && missing.includes('legalForm'))) return false
  return !missing.some((part) => stepOf[part] === step)
}

export const shortestDescription = 40

/** In the order of the form; empty when it can be sent. A group without legal form needs no tax code and no statute. */
export function missingFrom(registration: Registration): Missing[] {
  const { legalForm } = registration
  const formal = legalForm !== 'informal'
  const missing: Record<Missing, boolean> = {
    legalForm: legalForm === null,
    taxCode: formal && !registration.taxCode,
    runtsNumber: inRunts.includes(legalForm) && !registration.runtsNumber,
    seat: !registration.seatId,
    address: !registration.address,
    territories: registration.territoryCount === 0,
    languages: registration.languages.length === 0,
    description: registration.description.length < shortestDescription,
    contact: !registration.email && !registration.phone,
    documents: formal && registration.documentCount === 0,
  }
  return (Object.keys(missing) as Missing[]).filter((part) => missing[part])
}
