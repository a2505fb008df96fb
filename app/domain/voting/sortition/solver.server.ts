/** Linear programmes solved by HiGHS, compiled to WebAssembly: no native code, no service, one thread. */
import loadHighs, { type Highs, type Model } from 'highs'
import type { Program, Solution, Solve } from './program'

let loaded: Promise<Solve> | undefined

/**
 * The solver, loaded once. Solving blocks: call it in a worker where it may take long. Gaps of whole-number programmes
 * are closed, the random seed is fixed and there is no time limit, so that the same programme has the same solution.
 */
export function loadSolver(): Promise<Solve> {
  loaded ??= loadHighs().then((highs) => (program: Program) => solve(highs, program))
  return loaded
}

function solve(highs: Highs, program: Program): Solution {
  return highs.withModel(modelOf(highs, program), (model) => {
    model.options.set({ output_flag: false, random_seed: 0 })
    if (program.whole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-9 })
    model.run()
    return solutionOf(highs, model, program)
  })
}

function solutionOf(highs: Highs, model: Model, program: Program): Solution {
  const status = model.getModelStatus()
  const { optimal, infeasible } = highs.constants.modelStatus
  if (status === infeasible) return { status: 'infeasible' }
  if (status !== optimal) throw new RangeError(`the solver ended with status ${status}`)
  const { colValue, rowDual } = model.getSolution()
  const prices = program.whole ? program.rows.map(() => 0) : [...rowDual]
  return { status: 'optimal', value: model.getObjectiveValue(), columns: [...colValue], prices }
}

function modelOf(highs: Highs, { goal, columns, rows, whole }: Program) {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { entries } of rows) {
    for (const [column, factor] of entries) {
      indices.push(column)
      values.push(factor)
    }
    starts.push(indices.length)
  }
  const { minimize, maximize } = highs.constants.objectiveSense
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: goal === 'most' ? maximize : minimize,
    colCost: columns.map(({ worth }) => worth),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper ?? highs.infinity),
    rowLower: rows.map(({ lower }) => lower ?? -highs.infinity),
    rowUpper: rows.map(({ upper }) => upper ?? highs.infinity),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices,
      values,
    },
    ...(whole && { integrality: columns.map(() => highs.constants.variableType.integer) }),
  }
}
