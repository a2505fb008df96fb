/** What a row of a territorial table says about a comune: inhabitants, place, and the district it belongs to. */
import { slugOf } from './tree'

export type Facts = {
  istatCode: string
  population: number | null
  latitude: number | null
  longitude: number | null
  district: string | null
}

export type ReadFacts = { facts: Facts } | { refusal: string }

type Cells = Record<string, string>

/** Columns by their name; the first that is there counts. Several tables of the same kind name them otherwise. */
const columns = {
  istatCode: ['istat', 'istat_code', 'codice_istat', 'pro_com_t'],
  population: ['popolazione', 'popolazione_anpr_2025_01', 'population'],
  latitude: ['lat', 'latitude', 'latitudine'],
  longitude: ['lon', 'lng', 'longitude', 'longitudine'],
  district: ['ambito_territoriale_sociale', 'ambito', 'district'],
} as const

type Column = keyof typeof columns

/** Why a table with this header is of no use, or `null`. */
export function headerFault(header: readonly string[]): string | null {
  const has = (column: Column) => columns[column].some((name) => header.includes(name))
  if (!has('istatCode')) return `no column "${columns.istatCode[0]}"`
  if (has('latitude') !== has('longitude')) return 'only one of latitude and longitude'
  if (!has('population') && !has('latitude') && !has('district'))
    return 'neither inhabitants nor coordinates nor districts'
  return null
}

/** A cell that is empty, or whose column is missing, says nothing. */
export function readFacts(cells: Cells): ReadFacts {
  const istatCode = cell(cells, 'istatCode')
  if (!/^\d{6}$/.test(istatCode)) return { refusal: `"${shown(istatCode)}" is no ISTAT code of six digits` }
  const population = wholeNumber(cell(cells, 'population'))
  if (population === undefined) return { refusal: `"${shown(cell(cells, 'population'))}" is no number of inhabitants` }
  const latitude = degrees(cell(cells, 'latitude'), 90)
  const longitude = degrees(cell(cells, 'longitude'), 180)
  if (latitude === undefined || longitude === undefined)
    return { refusal: 'the coordinates are no degrees north and east' }
  if ((latitude === null) !== (longitude === null)) return { refusal: 'one of the two coordinates is missing' }
  const district = cell(cells, 'district')
  if (district.length > 120 || (district && !slugOf(district)))
    return { refusal: `"${shown(district)}" is no name of a district` }
  return { facts: { istatCode, population, latitude, longitude, district: district || null } }
}

/** A district's own code: its province's, then its name. */
export function districtCode(provinceCode: string, name: string): string {
  return `${provinceCode}-${slugOf(name)}`
}

function cell(cells: Cells, column: Column): string {
  for (const name of columns[column]) if (cells[name] !== undefined) return cells[name].trim()
  return ''
}

/** Thousands may be set off by dots or spaces, as 1.234 or 1 234. */
function wholeNumber(text: string): number | null | undefined {
  if (text === '' || text === '-') return null
  const digits = /^\d{1,3}([. \u00a0]\d{3})+$/.test(text) ? text.replace(/[. \u00a0]/g, '') : text
  return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined
}

function degrees(text: string, most: number): number | null | undefined {
  if (text === '') return null
  if (!/^-?\d{1,3}([.,]\d+)?$/.test(text)) return undefined
  const value = Number(text.replace(',', '.'))
  return Math.abs(value) <= most ? value : undefined
}

function shown(text: string) {
  return text.slice(0, 40)
}
