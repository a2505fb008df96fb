/** The addresses of polls: the list, the wizard, one poll, its ballot, its results. */
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const poll = (path: string, file: string) => route(`polls/:pollId${path}`, `routes/polls/${file}`)

export const pollRoutes: RouteConfigEntry[] = [
  route('polls', 'routes/polls/polls.tsx'),
  route('polls/new', 'routes/polls/start.tsx'),
  poll('', 'poll.tsx'),
  poll('/question', 'question.tsx'),
  poll('/rule', 'rule.tsx'),
  poll('/options', 'options.tsx'),
  poll('/times', 'times.tsx'),
  poll('/summary', 'summary.tsx'),
  poll('/trial', 'trial.tsx'),
  poll('/opening', 'opening.ts'),
  poll('/removal', 'removal.ts'),
  poll('/restart', 'restart.tsx'),
  poll('/beginning', 'beginning.ts'),
  poll('/ballot', 'ballot.tsx'),
  poll('/ballot/saving', 'ballot-saving.ts'),
  poll('/code', 'code.tsx'),
  poll('/code/end', 'code-end.ts'),
  poll('/codes', 'codes.tsx'),
  poll('/paper', 'paper.tsx'),
  poll('/results', 'results.tsx'),
  poll('/comparison', 'comparison.tsx'),
  poll('/handing-over', 'handing-over.tsx'),
  poll('/receipts', 'receipts.tsx'),
  poll('/names', 'names.tsx'),
  poll('/settings.json', 'settings-file.ts'),
  poll('/files/:file', 'ballot-file.ts'),
]
