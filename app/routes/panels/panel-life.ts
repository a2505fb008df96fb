/** A panel's life, in steps: people offer themselves, the tickets are published, one is drawn. */
import type { LifeStep } from '#app/components/life-line'
import type { Stage } from '#app/domain/panels/policy'

type Lived = { stage: Stage; gathersTo: Date; publishedAt: Date | null; drawsAt: Date; drawnAt: Date | null }

export function lifeOfPanel({ stage, gathersTo, publishedAt, drawsAt, drawnAt }: Lived): LifeStep[] {
  const order: Stage[] = ['gathering', 'preparing', 'published', 'drawn']
  const now = order.indexOf(stage)
  const state = (step: number): LifeStep['state'] =>
    now === 3 || step < now ? 'done' : step === now ? 'now' : 'to-come'
  return [
    { key: 'panels.life.gathering', state: state(0), at: gathersTo },
    { key: 'panels.life.preparing', state: state(1) },
    { key: 'panels.life.published', state: state(2), at: publishedAt, to: publishedAt ? '#lottery' : null },
    { key: 'panels.life.drawn', state: state(3), at: drawnAt ?? drawsAt, to: drawnAt ? '#draw' : null },
  ]
}
