/** The hashes of the standalone pages' scripts, for programs that compare them. */
import { boothScripts } from '#app/booth/scripts.server'

export function loader() {
  return Response.json(boothScripts(), { headers: { 'Cache-Control': 'no-cache' } })
}
