/** Borders from GeoJSON: the feature's code, and its rings as a map draws them. */
import type { Ring } from './map'

export type Border = { istatCode: string; rings: Ring[] }
export type ReadBorder = { border: Border } | { refusal: string }

/** Points of one territory: a border with more is not simplified for a screen. */
const mostPoints = 20_000

const codeNames = ['istat', 'codice', 'istat_code', 'com_istat_code', 'prov_istat_code', 'pro_com_t'] as const

export function readBorder(feature: unknown): ReadBorder {
  if (!isObject(feature)) return { refusal: 'is no feature' }
  const istatCode = codeOf(feature)
  if (!istatCode) return { refusal: 'has no ISTAT code of two, three or six digits' }
  const rings = isObject(feature.geometry) ? ringsOf(feature.geometry) : null
  if (!rings) return { refusal: 'is no polygon or multipolygon in degrees, with closed rings' }
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > mostPoints)
    return { refusal: `has more than ${mostPoints} points` }
  return { border: { istatCode, rings } }
}

function codeOf({ properties, id }: Record<string, unknown>): string | null {
  const named = isObject(properties) ? codeNames.map((name) => properties[name]) : []
  const code = [...named, id].find((value) => typeof value === 'string' && /^(\d{2}|\d{3}|\d{6})$/.test(value))
  return (code as string | undefined) ?? null
}

/** Outer rings and holes alike, one after the other: a map fills them by even and odd. */
function ringsOf({ type, coordinates }: Record<string, unknown>): Ring[] | null {
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons)) return null
  const rings: unknown[] = polygons.flatMap((polygon) => (Array.isArray(polygon) ? polygon : [null]))
  return rings.length > 0 && rings.every(isRing) ? rings : null
}

function isRing(ring: unknown): ring is Ring {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPoint)) return false
  const [first, last] = [ring[0], ring.at(-1)]
  return first[0] === last[0] && first[1] === last[1]
}

function isPoint(point: unknown): boolean {
  if (!Array.isArray(point) || point.length !== 2) return false
  const [longitude, latitude] = point
  return (
    Number.isFinite(longitude) && Number.isFinite(latitude) && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
