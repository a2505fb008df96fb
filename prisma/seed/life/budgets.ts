/** A participatory budget of the demonstration: its ideas are in, and its office is checking them. */
import { db } from '#app/db/client.server'
import { checkProject, setCost } from '#app/domain/budgets/check-project.server'
import { declareConflict } from '#app/domain/budgets/conflicts.server'
import type { CheckGiven } from '#app/domain/budgets/forms'
import { givePicture } from '#app/domain/budgets/picture.server'
import { putForward, withdrawProject } from '#app/domain/budgets/put-forward.server'
import { publishBudget, startBudget } from '#app/domain/budgets/write-budget.server'
import { drawn } from './drawings'
import { signedIn } from './neighbours'
import { daysBefore, type Happening } from './past'
import type { World } from './world'

const ideas = [
  ['Ombra in piazza Vittorio Emanuele', 'Dodici alberi e panchine dove oggi non c’è ombra.', 'Piazza Vittorio Emanuele', 40.9513, 17.2997],
  ['Fontanelle sul lungomare', 'Tre fontanelle d’acqua da bere, per chi cammina e per chi corre.', 'Lungomare Santa Maria', 40.9552, 17.3051],
  ['Campo da basket in via Procaccia', 'Un campo aperto a tutti, con le luci e due canestri nuovi.', 'Via Procaccia', 40.9447, 17.3118],
  ['Pista per skate in via Procaccia', 'Una pista di cemento nello stesso spazio libero, per ragazze e ragazzi.', 'Via Procaccia', 40.9444, 17.3113],
  ['Un ponte tra il porto e Cala Batteria', 'Un ponte a piedi per non fare il giro lungo del porto.', 'Porto vecchio', 40.9546, 17.3029],
  ['Autobus della sera per le contrade', 'Una corsa alle 22 verso le contrade, il venerdì e il sabato.', 'Contrade', null, null],
  ['Libri in tante lingue alla biblioteca', 'Libri per bambini in arabo, albanese, francese e inglese.', 'Biblioteca Rendella', 40.9523, 17.3009],
  ['Orto di quartiere', 'Un orto con venti parti, per famiglie e scuole.', 'Via Arenazza', 40.9418, 17.2951],
] as const // biome-ignore format: a table reads better filled

const pictures = [
  [1, 'square', 'Disegno: una piazza con quattro alberi e due panchine all’ombra'],
  [3, 'court', 'Disegno: un campo da basket con due canestri e una palla'],
] as const

const says = (feasibility: CheckGiven['feasibility'], reason: string, cost: number | null = null): CheckGiven => ({
  feasibility,
  reason,
  cost,
  costWhy: null,
})

const findings: [number, CheckGiven][] = [
  [1, says('feasible', 'L’area è del Comune e c’è l’acqua per gli alberi.', 32_000)],
  [2, says('feasible', 'La rete dell’acqua passa già sul lungomare.', 9_500)],
  [3, says('feasible', 'Lo spazio è libero e il rumore resta nei limiti.', 27_000)],
  [4, says('feasible', 'Lo spazio è libero, ma è lo stesso del campo da basket.', 24_000)],
  [5, says('infeasible', 'Il porto è dello Stato: il Comune non può costruire un ponte lì.')],
  [6, says('changes', 'Due sere costano troppo. Scegli una sera, e lo guardiamo di nuovo.')],
]

export function budgetOf({ town, neighbours, now }: World): Happening[] {
  const held = { id: '' }
  const officer = () => signedIn(town.person.emanuele.id)
  const authors = [town.person.carmela.id, town.person.bilal.id, ...neighbours.monopoli]
  const author = (number: number) => signedIn(authors[number - 1] ?? town.person.carmela.id)
  const open = async () => {
    const { id } = await startBudget(await officer(), {
      territoryId: town.place.monopoli.id,
      language: 'it',
      title: 'Monopoli decide: 80.000 euro per i quartieri',
      description: 'Il Comune mette 80.000 euro. Tu scrivi le idee, gli uffici dicono quanto costano, poi si vota.',
      act: 'Delibera di Giunta n. 41 del 2 febbraio',
      money: 80_000,
      districts: [],
      ballot: 'several',
      proposers: 'residentsAndAssociations',
      mostIdeas: 3,
      ideasFrom: daysBefore(now, 30),
      ideasUntil: daysBefore(now, -6),
      checkUntil: daysBefore(now, -20),
      voteFrom: daysBefore(now, -21),
      voteUntil: daysBefore(now, -42),
    })
    await publishBudget(await officer(), id)
    held.id = id
  }
  const collect = async () => {
    for (const [at, [title, text, place, latitude, longitude]] of ideas.entries())
      await putForward(await author(at + 1), held.id, {
        title,
        text,
        place,
        latitude,
        longitude,
        districtId: null,
        language: 'it',
        associationId: null,
        cost: at === 0 ? 25_000 : null,
        costWhy: at === 0 ? 'Duemila euro per ogni albero con la sua panchina' : null,
      })
    for (const [number, scene, alt] of pictures)
      await givePicture(await author(number), held.id, number, { alt, upload: await drawn(scene) })
  }
  const check = async () => {
    for (const [number, finding] of findings) await checkProject(await officer(), held.id, number, finding)
    const reason = 'Usano lo stesso spazio: se ne può fare uno solo.'
    await declareConflict(await officer(), held.id, { first: 3, second: 4, reason })
  }
  const again = async () => {
    await setCost(await officer(), held.id, 2, 11_000, 'Il prezzo delle fontanelle è salito nel nuovo listino.')
    await withdrawProject(await author(8), held.id, 8)
  }
  const acts: [number, () => Promise<void>][] = [
    [32, open],
    [24, collect],
    [9, check],
    [2, again],
  ]
  return acts.map(([days, act]) => {
    const at = daysBefore(now, days)
    return { at, act: () => act().then(() => dateActs(held.id, at, now)) }
  })
}

/** Figures and findings refuse changes: only an invented past, before anybody reads it, is dated here. */
async function dateActs(budgetId: string, at: Date, now: Date) {
  const today = daysBefore(now, 1)
  await db.$transaction(async (tx) => {
    await tx.budget.updateMany({ where: { id: budgetId, publishedAt: { gt: today } }, data: { publishedAt: at } })
    await tx.project.updateMany({ where: { budgetId, createdAt: { gt: today } }, data: { createdAt: at } })
    await tx.$executeRaw`alter table "ProjectFigure" disable trigger figure_is_kept`
    await tx.$executeRaw`alter table "ProjectCheck" disable trigger check_is_kept`
    const done = { project: { budgetId }, at: { gt: today } }
    await tx.projectFigure.updateMany({ where: done, data: { at } })
    await tx.projectCheck.updateMany({ where: done, data: { at } })
    await tx.$executeRaw`alter table "ProjectFigure" enable trigger figure_is_kept`
    await tx.$executeRaw`alter table "ProjectCheck" enable trigger check_is_kept`
  })
}
