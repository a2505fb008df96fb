/** Projects on a picture of their territory: its border where it is known, else the frame around them; north up. */
import type { Ring } from '#app/domain/territories/map'

export type Placed = { number: number; title: string; latitude: number; longitude: number }
export type Frame = { west: number; east: number; south: number; north: number }
export type PlaceMap = {
  width: number
  height: number
  frame: Frame
  border: string | null
  points: { number: number; title: string; x: number; y: number }[]
}

type Ground = { latitude: number | null; longitude: number | null; border: Ring[] | null }

const width = 640
/** Degrees around a comune's centre when neither its border nor two projects say more: some six kilometres */
const around = 0.05

/** Nothing where neither the place nor any project has coordinates. A frame that is given leaves out what lies beyond. */
export function placeMap(ground: Ground, projects: readonly Placed[], given?: Frame): PlaceMap | null {
  const rim: Ring = ground.border?.flat() ?? []
  if (rim.length === 0 && projects.length < 2 && ground.latitude !== null && ground.longitude !== null)
    rim.push(
      [ground.longitude - around, ground.latitude - around],
      [ground.longitude + around, ground.latitude + around],
    )
  const corners: Ring = [...rim, ...projects.map(({ longitude, latitude }): [number, number] => [longitude, latitude])]
  if (corners.length === 0) return null
  const frame = given ?? frameOf(corners)
  const squeeze = squeezeOf(frame)
  const scale = width / ((frame.east - frame.west) * squeeze)
  const x = (longitude: number) => round((longitude - frame.west) * squeeze * scale)
  const y = (latitude: number) => round((frame.north - latitude) * scale)
  const border = ground.border
    ?.map((ring) => `M${ring.map(([longitude, latitude]) => `${x(longitude)} ${y(latitude)}`).join('L')}Z`)
    .join('')
  return {
    width,
    height: Math.min(2000, Math.max(200, Math.ceil((frame.north - frame.south) * scale))),
    frame,
    border: border ?? null,
    points: projects.map(({ number, title, longitude, latitude }) => ({
      number,
      title,
      x: x(longitude),
      y: y(latitude),
    })),
  }
}

/** Where on earth a tap on the picture is, when it is drawn `drawn` pixels wide; nothing beside the picture. */
export function placeAt({ frame }: Pick<PlaceMap, 'frame'>, tap: { x: number; y: number }, drawn: number) {
  const longitude = frame.west + (tap.x / drawn) * (frame.east - frame.west)
  const perPixel = ((frame.east - frame.west) * squeezeOf(frame)) / drawn
  const latitude = frame.north - tap.y * perPixel
  const within = longitude <= frame.east && latitude >= frame.south && tap.x >= 0 && tap.y >= 0
  const short = (degrees: number) => Math.round(degrees * 1e5) / 1e5
  return within ? { latitude: short(latitude), longitude: short(longitude) } : null
}

/** A degree of longitude is shorter than one of latitude. */
function squeezeOf({ south, north }: Frame): number {
  return Math.cos((((south + north) / 2) * Math.PI) / 180)
}

function frameOf(corners: Ring): Frame {
  const longitudes = corners.map(([longitude]) => longitude)
  const latitudes = corners.map(([, latitude]) => latitude)
  const [west, east] = [least(longitudes), most(longitudes)]
  const [south, north] = [least(latitudes), most(latitudes)]
  const margin = Math.max((east - west) * 0.04, (north - south) * 0.04, 0.002)
  return { west: west - margin, east: east + margin, south: south - margin, north: north + margin }
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
const round = (value: number) => Math.round(value * 10) / 10
