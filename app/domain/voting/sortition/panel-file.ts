/** The panel rules over a file: `{"features": …, "people": …, "panel_size": n}` as JSON. */
import { parseJson } from '#app/domain/voting/formats/json-items'
import { wholeText } from '#app/domain/voting/formats/lines'
import { type CountingRule, parsedSettings } from '#app/domain/voting/rules/report'
import { countPanels, panelSettings } from './counting'
import type { Solve } from './program'
import { readPool } from './reading'

export const panelRuleNames = ['maximin', 'leximin'] as const

export function panelRule(name: (typeof panelRuleNames)[number], solve: Solve): CountingRule {
  return {
    endings: ['json'],
    open(_, given) {
      const settings = parsedSettings(panelSettings, given)
      return wholeText(64_000_000, (text) => countPanels(readPool(parseJson(text)), name, settings, solve))
    },
  }
}
