/** A map without tiles: places and borders on a flat picture, north up. */

export type Ring = [longitude: number, latitude: number][]
export type Mapped = {
  slug: string
  name: string
  latitude: number | null
  longitude: number | null
  border: Ring[] | null
}
export type Drawn = { slug: string; name: string; path: string | null; x: number; y: number }
export type Picture = { width: number; height: number; places: Drawn[] }

/** Plate carrée shrunk by the cosine of the middle latitude: straight for a region of a few hundred kilometres. */
export function drawMap(places: Mapped[], width = 640, margin = 8): Picture {
  const points = places.flatMap(
    ({ latitude, longitude, border }): Ring =>
      border?.flat() ?? (latitude !== null && longitude !== null ? [[longitude, latitude]] : []),
  )
  if (points.length === 0) return { width, height: margin * 2, places: [] }
  const [west, east] = extent(points.map(([longitude]) => longitude))
  const [south, north] = extent(points.map(([, latitude]) => latitude))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (width - margin * 2) / Math.max((east - west) * squeeze, 1e-6)
  const x = (longitude: number) => round(margin + (longitude - west) * squeeze * scale)
  const y = (latitude: number) => round(margin + (north - latitude) * scale)
  const drawn = places.flatMap(({ slug, name, latitude, longitude, border }): Drawn[] => {
    const centre = latitude !== null && longitude !== null ? [longitude, latitude] : border?.[0]?.[0]
    if (!centre) return []
    const path =
      border?.map((ring) => `M${ring.map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join('L')}Z`).join('') ?? null
    return [{ slug, name, path, x: x(centre[0] ?? 0), y: y(centre[1] ?? 0) }]
  })
  return { width, height: Math.ceil(margin * 2 + (north - south) * scale), places: drawn }
}

/** The picture as a file of its own, for a page that leads to the map and is lighter without it. */
export function mapFile({ width, height, places }: Picture): string {
  const shapes = places.map(({ path, x, y }) => (path ? `<path d="${path}"/>` : `<circle cx="${x}" cy="${y}" r="4"/>`))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="#0066cc" fill-opacity=".55" stroke="#fff" stroke-width=".8">${shapes.join('')}</svg>`
}

function extent(values: number[]): [number, number] {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

function round(value: number) {
  return Math.round(value * 10) / 10
}
