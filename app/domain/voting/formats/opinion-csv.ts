/** Opinions as CSV (`participant,statement,vote`), with the moderators' list beside it, counted into an opinion map. */
import { countOpinions, opinionSettings } from '#app/domain/voting/opinions/counting'
import { readStatements, voteReader } from '#app/domain/voting/opinions/reading'
import { type CountingRule, parsedSettings } from '#app/domain/voting/rules/report'
import { cellsOf, separatorOf } from './csv-cells'

export const opinionRule: CountingRule = {
  endings: ['csv'],
  open(_, given, beside) {
    const settings = parsedSettings(opinionSettings, given)
    const statements = beside === undefined ? [] : readStatements(beside)
    const reader = voteReader()
    let separator: string | undefined
    return {
      line(text, number) {
        separator ??= separatorOf(text)
        reader.take(cellsOf(text, separator, number), number)
      },
      end: () => countOpinions(reader.end(), statements, settings),
    }
  },
}
