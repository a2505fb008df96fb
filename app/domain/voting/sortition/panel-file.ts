/** The panel rules over a file: a pool with its quotas as JSON, or a table of volunteers with its quotas beside it. */
import { z } from 'zod'
import { type Table, tableReader } from '#app/domain/voting/formats/csv-table'
import { wholeText } from '#app/domain/voting/formats/lines'
import { type CountingRule, parsedSettings, SettingsFault } from '#app/domain/voting/rules/report'
import { countPanels, panelSettings } from './counting'
import { limits, type Pool } from './pool'
import type { Solve } from './program'
import { poolOfTable, quotasOfTable, readPool } from './reading'

export const panelRuleNames = ['maximin', 'leximin'] as const

/** A table of volunteers does not say how many are drawn. */
const fileSettings = panelSettings.extend({ panelSize: z.int().min(1).max(limits.panelSize).optional() })

export function panelRule(name: (typeof panelRuleNames)[number], solve: Solve): CountingRule {
  return {
    endings: ['json', 'csv'],
    open(ending, given, beside) {
      const { panelSize, ...settings } = parsedSettings(fileSettings, given)
      const counted = (pool: Pool) => countPanels(pool, name, settings, solve)
      if (ending === 'json') {
        if (panelSize !== undefined) throw new SettingsFault(['panelSize'], '"panelSize": the file says it itself')
        return wholeText(64_000_000, (text) => counted(readPool(text)))
      }
      if (panelSize === undefined) throw new SettingsFault(['panelSize'], '"panelSize": how many seats are drawn?')
      if (!isTable(beside)) throw new RangeError('a table of volunteers needs a table of quotas beside it: --quotas')
      const features = quotasOfTable(beside)
      const reader = tableReader()
      const end = () => {
        const report = counted(poolOfTable(features, reader.end(), panelSize))
        return { ...report, settings: { ...report.settings, panelSize } }
      }
      return { line: reader.line, end }
    },
  }
}

function isTable(given: unknown): given is Table {
  return typeof given === 'object' && given !== null && 'head' in given && 'rows' in given
}
