/** The files of a Decidim export: HOST-open-data-ENTITY.csv, each entity with its place in the order of loading. */

export const subjectKinds = ['proposal', 'project', 'result', 'meeting'] as const
/** What comments hang on. */
export type SubjectKind = (typeof subjectKinds)[number]

export type ExportFile =
  | { name: string; source: string; entity: string; holds: 'subjects'; kind: SubjectKind }
  | { name: string; source: string; entity: string; holds: 'comments' }
  | { name: string; source: string; entity: string; holds: 'nothing-we-keep' }

const pattern = /^(.+)-open-data-([a-z_]+)\.csv$/

const subjectsIn: Record<string, SubjectKind> = {
  proposals: 'proposal',
  projects: 'project',
  results: 'result',
  meetings: 'meeting',
}

/** Subjects before what is said about them. Files that are no export are not listed. */
export function exportFiles(names: readonly string[]): ExportFile[] {
  const files = names.flatMap((name): ExportFile[] => {
    const [, source, entity] = pattern.exec(name) ?? []
    if (!source || !entity) return []
    const kind = subjectsIn[entity]
    if (kind) return [{ name, source, entity, holds: 'subjects', kind }]
    return [{ name, source, entity, holds: entity.endsWith('_comments') ? 'comments' : 'nothing-we-keep' }]
  })
  const rank = (file: ExportFile) => (file.holds === 'subjects' ? subjectKinds.indexOf(file.kind) : subjectKinds.length)
  return files.sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
}

/** What a comment's `commentable_type` names: Decidim::Meetings::Meeting is a meeting. */
export function kindOfCommentable(type: string): SubjectKind | 'comment' | null {
  const name = type.split('::').at(-1)?.toLowerCase() ?? ''
  if (name === 'comment') return 'comment'
  return subjectKinds.find((kind) => kind === name) ?? null
}
