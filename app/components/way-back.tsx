import type { ReactNode } from 'react'
import { Link } from './link'

/** The way back to where one came from, above the title of a page: the only words of its line. */
export function WayBack({ to, language, children }: { to: string; language?: string | null; children: ReactNode }) {
  return (
    <p className="way-back">
      <Link to={to}>{language ? <bdi lang={language}>{children}</bdi> : children}</Link>
    </p>
  )
}
