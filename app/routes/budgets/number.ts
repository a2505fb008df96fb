import { Refusal } from '#app/domain/refusal'
import type { Scene } from '#app/web/scene.server'

/** A project's number from its address. */
export function numberIn({ param }: Pick<Scene, 'param'>): number {
  const text = param('number')
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refusal('not-found')
  return Number(text)
}
