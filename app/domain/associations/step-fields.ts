/** What each step of the registration holds, field by field, as its form sends it. */
import type { Registration } from './completeness'

export const writtenSteps = ['identity', 'registers', 'places', 'work'] as const
export type WrittenStep = (typeof writtenSteps)[number]
export type Fields = Record<string, string[]>

export type Written = Pick<
  Registration,
  | 'name'
  | 'legalForm'
  | 'taxCode'
  | 'runtsNumber'
  | 'seatId'
  | 'address'
  | 'languages'
  | 'description'
  | 'email'
  | 'phone'
> & {
  /** Of the description */
  language: string
  runtsSection: string | null
  regionalRegister: string | null
  nationalRegister: string | null
  website: string | null
  territories: readonly { id: string }[]
}

export function fieldsOf(step: WrittenStep, written: Written): Fields {
  const one = (name: keyof Written) => ({
    [name]: [written[name]].flatMap((value) => (typeof value === 'string' && value ? [value] : [])),
  })
  switch (step) {
    case 'identity':
      return { ...one('name'), ...one('legalForm'), ...one('taxCode') }
    case 'registers':
      return { ...one('runtsNumber'), ...one('runtsSection'), ...one('regionalRegister'), ...one('nationalRegister') }
    case 'places':
      return { ...one('seatId'), ...one('address'), territoryIds: written.territories.map(({ id }) => id) }
    case 'work':
      return {
        ...one('description'),
        ...one('language'),
        languages: [...written.languages],
        ...one('email'),
        ...one('phone'),
        ...one('website'),
      }
  }
}

/** Whether a form holds these words, whatever the order of what is ticked. */
export function areSame(fields: Fields, sent: readonly [name: string, value: string][]): boolean {
  return Object.entries(fields).every(([name, saved]) => {
    const typed = sent.flatMap(([at, value]) => (at === name && value.trim() ? [plain(value)] : []))
    return typed.sort().join('\n') === saved.map(plain).sort().join('\n')
  })
}

const plain = (value: string) => value.replace(/\r\n?/g, '\n').trim()
